/** `fairlead new`: an empty design, or one of the templates. */
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { readBack } from '../../shared/design/file-text'
import { parseTemplate } from '../../shared/design/template'
import { say } from '../../shared/texts/text'
import { designNameFor, newDesignFor, readSource } from './input'
import type { Io } from './io'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, NOTHING_WRITTEN, refuse, type Speaker } from './outcome'
import { writeOne } from './output'

interface Options {
  readonly template?: string
  readonly output: string
  readonly force?: boolean
}

/** Adds the subcommand. */
export const addNew: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('new')
    .description(words('start a design'))
    .option('--template <name>', words('begin with a template instead of an empty design'))
    .requiredOption('-o, --output <file>', words('the design to write'))
    .option('--force', words('replace a design that is there already'))
    .addOption(languageOption(words))
    .action(async (options: Options) => finish(await start(out, options)))
}

async function start(out: Speaker, options: Options): Promise<ExitCode> {
  const { template, output, force } = options
  const { io } = out
  const design = template === undefined ? ok(newDesignFor(output)) : await fromTemplate(io, template, output)
  if (!design.ok) return refuse(out, design.error, NOTHING_WRITTEN)
  if (!force && output !== '-') {
    const there = await io.stat(output)
    if (there.is === 'file' && there.size > 0) {
      const what = 'There is a file of this name already.'
      return refuse(out, {
        code: 'file-exists',
        file: output,
        what,
        mend: 'Choose another name, or add --force.',
      })
    }
  }
  const text = readBack(design.value)
  if (!text.ok) return refuse(out, text.error, NOTHING_WRITTEN)
  const written = await writeOne(io, output, text.value)
  if (!written.ok) return refuse(out, written.error, NOTHING_WRITTEN)
  return exitCodes.fine
}

async function fromTemplate(io: Io, name: string, output: string): Promise<Result<Design>> {
  const folder = join(io.assets, 'templates')
  const names = (await io.list(folder))
    .filter((file) => file.endsWith('.fairlead'))
    .map((file) => file.slice(0, -9))
  if (!names.includes(name)) {
    const mend = say`Choose one of ${names.sort().join(', ')}.`
    return fail({ code: 'template-unknown', what: say`There is no template “${name}”.`, mend })
  }
  const source = await readSource(io, join(folder, `${name}.fairlead`))
  if (!source.ok) return source
  const template = parseTemplate(source.value.text, source.value.name)
  if (!template.ok) return template
  const { design } = template.value
  return ok(output === '-' ? design : { ...design, name: designNameFor(output) })
}
