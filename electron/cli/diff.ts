/** `fairlead diff`: what differs between two designs in what they mean, not in how they are written. */
import { Option } from 'commander'
import { describeFailure, type Failure } from '../../shared/basics/result'
import type { FileText } from '../../shared/design/file-text'
import { type Change, changes, isDrawn } from '../../shared/merge/compare'
import { say } from '../../shared/texts/text'
import { changesText, shownValue, summary } from './changes-text'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, refuse, type Speaker } from './outcome'
import { readDesignFile } from './read-design'

interface Options {
  readonly format: 'text' | 'json'
  readonly layout?: boolean
  readonly git?: boolean
}

/** Adds the subcommand. */
export const addDiff: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('diff')
    .description(words('say what differs between two designs'))
    .argument(
      '<file...>',
      words('the old design and the new one; one alone is compared with its last commit'),
    )
    .addOption(
      new Option('--format <format>', words('how to print the differences'))
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--layout', words('also name what is only drawn elsewhere'))
    .option('--git', words('take the arguments that git gives to a diff command'))
    .addOption(languageOption(words))
    .action(async (files: readonly string[], options: Options) =>
      finish(await (options.git ? gitDiff(out, files, options) : diff(out, files, options))),
    )
}

async function diff(out: Speaker, files: readonly string[], options: Options): Promise<ExitCode> {
  const [old, next = old] = files
  if (old === undefined || next === undefined || files.length > 2 || files.join() === '-')
    return refuse(out, NOT_TWO)
  const before = await readDesignFile(out.io, old, { committed: files.length === 1 })
  if (!before.ok) return refuse(out, before.error)
  const after = await readDesignFile(out.io, next)
  if (!after.ok) return refuse(out, after.error)
  const found = changes(before.value.design, after.value.design)
  out.io.stdout(report(out, { before: before.value, after: after.value, found }, options))
  return chosen(found, options).length > 0 ? exitCodes.problems : exitCodes.fine
}

const NOT_TWO: Failure = {
  code: 'two-files',
  what: 'A comparison takes two designs.',
  mend: 'Name the old one and the new one, or one that is in git.',
}

/**
 * As git calls an external diff: path, then file, hash and mode of the old and the new state. The exit code is 0 whatever
 * is found, or git would stop with an error.
 * https://git-scm.com/docs/git#Documentation/git.txt-codeGITEXTERNALDIFFcode
 */
async function gitDiff(out: Speaker, files: readonly string[], options: Options): Promise<ExitCode> {
  const { io, words } = out
  const [path = '', old, , , next] = files
  if (path === '') return refuse(out, NOT_TWO)
  io.stdout(`${words(say`Design ${path}`)}\n`)
  if (old === undefined || next === undefined) {
    io.stdout(`${words('It is not merged yet.')}\n`)
    return exitCodes.fine
  }
  const before = await readDesignFile(io, old, { name: path, mayBeEmpty: true })
  const after = await readDesignFile(io, next, { name: path, mayBeEmpty: true })
  if (before.ok && after.ok) {
    const found = changes(before.value.design, after.value.design)
    io.stdout(report(out, { before: before.value, after: after.value, found }, options))
  } else {
    for (const read of [before, after]) if (!read.ok) io.stdout(`${describeFailure(read.error, words)}\n`)
  }
  return exitCodes.fine
}

interface Comparison {
  readonly before: FileText
  readonly after: FileText
  readonly found: readonly Change[]
}

function report({ words }: Speaker, { before, after, found }: Comparison, options: Options): string {
  const told = chosen(found, options)
  if (options.format === 'json') return `${JSON.stringify({ changes: told.map(shown) }, null, 2)}\n`
  if (found.length === 0) return `${words('They are the same.')}\n`
  const text = changesText(told, before.design, after.design, words)
  return `${text}${text === '' ? '' : '\n'}${summary(found, words)}\n`
}

function chosen(found: readonly Change[], { layout }: Options): readonly Change[] {
  return layout ? found : found.filter((change) => !isDrawn(change))
}

function shown({ before, after, ...place }: Change): object {
  return {
    ...place,
    ...(before === undefined ? {} : { before: shownValue(place.pointer, before) }),
    ...(after === undefined ? {} : { after: shownValue(place.pointer, after) }),
  }
}
