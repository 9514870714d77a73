/** The command line as a function: arguments and an outside in, an exit code out. */
import { Command, CommanderError } from 'commander'
import { say, type Text, term } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'
import { addCost } from './cost'
import { addDiff } from './diff'
import { addExport } from './export'
import { addImport } from './import'
import type { Io } from './io'
import { languageOption, translateCommander, wordsFor } from './language'
import { addMerge } from './merge'
import { addNew } from './new'
import { type ExitCode, exitCodes } from './outcome'
import { addRules } from './rules'
import { addValidate } from './validate'

const HELP: readonly Text[] = [
  term(
    'A FILE is a design, or anything that “import” takes; “-” is standard input or output, and REV:PATH is a file in git.',
  ),
  term(
    'Exit codes: 0 fine, 1 problems found, 2 the input or the command can’t be used, 70 a fault in Fairlead.',
  ),
]

/** Runs one command; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine
  const finish = (result: ExitCode) => {
    code = result
  }
  const words = wordsFor(argv)
  const program = translateCommander(new Command('fairlead'), words)
    .description(words('Designs Amazon ECS architectures: checks, imports and exports them.'))
    .version(io.version, '-V, --version', words('output the version number'))
    .addOption(languageOption(words))
    .addHelpText('after', `\n${HELP.map(words).join('\n')}`)
    .showHelpAfterError(words('Run it with --help to see how it is used.'))
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
  for (const add of [addNew, addImport, addValidate, addExport, addMerge, addDiff, addCost, addRules])
    add(program, { io, words }, finish)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.unusable
    io.stderr(fault(error, io.version, words))
    return exitCodes.fault
  }
}

function fault(error: unknown, version: string, words: Translate): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const what = say`This is a fault in Fairlead ${version}, not in your file. Nothing is half written.`
  const mend = term(
    'Please open an issue in Fairlead’s repository with the command you ran, the file if you may share it, and this:',
  )
  return `fairlead: ${words(what)}
${words(mend)}

${text}
`
}
