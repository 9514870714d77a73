/** `fairlead merge`: brings two copies of a design together, also as git's merge driver. */
import { Option } from 'commander'
import type { Failure } from '../../shared/basics/result'
import type { Conflict, Design } from '../../shared/design/design'
import { type FileText, textToSave } from '../../shared/design/file-text'
import { mergeDesigns } from '../../shared/merge/merge'
import { settleAll } from '../../shared/merge/settle'
import { say } from '../../shared/texts/text'
import { conflictText } from './conflict-text'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, refuse, type Speaker } from './outcome'
import { writeOne } from './output'
import { readDesignFile } from './read-design'

interface Options {
  readonly output?: string
  readonly favor?: 'ours' | 'theirs'
  readonly path?: string
}

/** Adds the subcommand. */
export const addMerge: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('merge')
    .description(words('bring two copies of a design together'))
    .argument('<base>', words('what both began with; may be empty'))
    .argument('<ours>', words('the copy that takes the result'))
    .argument('<theirs>', words('the other copy'))
    .option('-o, --output <file>', words('where the result goes instead'))
    .addOption(
      new Option('--favor <side>', words('whose value is taken where both changed one')).choices([
        'ours',
        'theirs',
      ]),
    )
    .option('--path <path>', words('what messages call the design, such as git’s %P'))
    .addOption(languageOption(words))
    .action(async (base: string, ours: string, theirs: string, options: Options) =>
      finish(await merge(out, { base, ours, theirs }, options)),
    )
}

type Side = 'base' | 'ours' | 'theirs'

async function merge(
  out: Speaker,
  paths: Readonly<Record<Side, string>>,
  options: Options,
): Promise<ExitCode> {
  const { io } = out
  const read = async (side: Side) =>
    readDesignFile(io, paths[side], { name: options.path ?? paths[side], mayBeEmpty: side === 'base' })
  const [base, ours, theirs] = [await read('base'), await read('ours'), await read('theirs')]
  if (!base.ok) return refuseSide(out, 'base', base.error)
  if (!ours.ok) return refuseSide(out, 'ours', ours.error)
  if (!theirs.ok) return refuseSide(out, 'theirs', theirs.error)
  const { design, conflicts } = merged(base.value, ours.value, theirs.value, options.favor)
  const text = textToSave(design, ours.value)
  if (!text.ok) return refuse(out, { ...text.error, file: options.path ?? paths.ours }, UNTOUCHED)
  const written = await writeOne(io, options.output ?? paths.ours, text.value)
  if (!written.ok) return refuse(out, written.error, UNTOUCHED)
  return tell(out, options.path ?? options.output ?? paths.ours, conflicts)
}

const UNTOUCHED = 'Nothing was merged.'

function refuseSide(out: Speaker, side: Side, error: Failure): ExitCode {
  // With git all three have the same name.
  out.io.stderr(`${out.words(WHICH[side])}\n`)
  return refuse(out, error, UNTOUCHED)
}

const WHICH = {
  base: 'What both began with can’t be read:',
  ours: 'Our copy can’t be read:',
  theirs: 'Their copy can’t be read:',
} as const

type Conflicts = Readonly<Record<string, Conflict>>

/** The merge, and all that is open in it: what an earlier one left, too. */
function merged(
  base: FileText,
  ours: FileText,
  theirs: FileText,
  favor: Options['favor'],
): { readonly design: Design; readonly conflicts: Conflicts } {
  const { design, conflicts } = mergeDesigns(base.design, ours.design, theirs.design)
  if (favor === undefined) return { design, conflicts: design.conflicts ?? {} }
  const settled = settleAll(design, favor, new Set(Object.keys(conflicts)))
  return { design: settled, conflicts: settled.conflicts ?? {} }
}

function tell({ io, words }: Speaker, name: string, conflicts: Conflicts): ExitCode {
  const open = Object.values(conflicts)
  if (open.length === 0) return exitCodes.fine
  const lines = open.map((conflict) => `    ${conflictText(conflict, words)}\n`).join('')
  const n = open.length
  const what = n === 1 ? say`${n} change conflicts.` : say`${n} changes conflict.`
  const mend = say`The file is whole and holds ours there. Open it in Fairlead to choose, or merge with --favor.`
  io.stderr(`${name}: ${words(what)}\n${lines}${words(mend)}\n`)
  return exitCodes.problems
}
