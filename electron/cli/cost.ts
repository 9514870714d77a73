/** `fairlead cost`: what a design costs a month, as an estimate by list prices. */
import { Option } from 'commander'
import { regions } from '../../shared/aws/facts/regions'
import type { Failure } from '../../shared/basics/result'
import { type Estimate, estimateOf } from '../../shared/cost/estimate'
import { type PriceTable, pricedRegions } from '../../shared/cost/price-table'
import type { Design } from '../../shared/design/design'
import { inWords, say } from '../../shared/texts/text'
import { readInput } from './input'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, refuse, type Speaker } from './outcome'
import { readPrices } from './prices'
import { costJson } from './reports/cost-json'
import { costMarkdown } from './reports/cost-markdown'
import { costText } from './reports/cost-text'

const reports = { text: costText, json: costJson, markdown: costMarkdown } as const

interface Options {
  readonly format: keyof typeof reports
  readonly prices?: string
  readonly region?: string
}

/** Adds the subcommand. */
export const addCost: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('cost')
    .description(words('estimate what a design costs a month'))
    .argument('<file>', words('a design, or a file that can be imported'))
    .addOption(
      new Option('--format <format>', words('how to print the estimate'))
        .choices(Object.keys(reports))
        .default('text'),
    )
    .option('--prices <file>', words('a table of prices that count before those of the app'))
    .option('--region <region>', words('the Region whose prices count, instead of the design’s'))
    .addOption(languageOption(words))
    .action(async (path: string, options: Options) => finish(await cost(out, path, options)))
}

async function cost(out: Speaker, path: string, options: Options): Promise<ExitCode> {
  const { io, words } = out
  const input = await readInput(io, path)
  if (!input.ok) return refuse(out, input.error)
  const table = await readPrices(io, options.prices)
  if (!table.ok) return refuse(out, table.error)
  const design = withRegion(input.value.design, options.region)
  const estimate = estimateOf(design, table.value)
  const unfit = withoutPrices(estimate, table.value)
  if (unfit) return refuse(out, { ...unfit, file: path })
  io.stdout(reports[options.format]({ design, estimate }, words))
  return exitCodes.fine
}

function withRegion(design: Design, region: string | undefined): Design {
  return region === undefined ? design : { ...design, estimate: { ...design.estimate, region } }
}

/** Without the prices of any Region there is nothing to say. */
function withoutPrices(estimate: Estimate, table: PriceTable): Failure | undefined {
  const { region } = estimate
  const known = pricedRegions(table)
  if (region !== undefined && (known.includes(region) || estimate.items.length > 0)) return undefined
  const mend = say`Name one with --region: ${inWords(known, 'or')}.`
  if (region === undefined) return { code: 'no-region', what: 'The design names no Region.', mend }
  const name = Object.hasOwn(regions, region) ? `${region}, ${regions[region]}` : region
  return { code: 'no-prices', what: say`There are no prices of this Region: ${name}.`, mend }
}
