/** The language of the command line: `--lang ko`. Commander's own words are put into it, too. */
import { type Command, Option } from 'commander'
import { recogniser } from '../../shared/texts/heard'
import { korean } from '../../shared/texts/ko/korean'
import { term } from '../../shared/texts/text'
import { type Language, type Translate, translator } from '../../shared/texts/translate'

const languages: Readonly<Record<Language, () => Translate>> = {
  en: () => translator(),
  ko: () => translator(korean),
}

/** What puts texts into the language that the arguments ask for: it has to be known before they are parsed. */
export function wordsFor(argv: readonly string[]): Translate {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const asked = options.flatMap((argument, i) =>
    argument === '--lang' ? (options[i + 1] ?? []) : argument.startsWith('--lang=') ? argument.slice(7) : [],
  )
  return languages[asked.at(-1) === 'ko' ? 'ko' : 'en']()
}

/** The option of the program and of every command. */
export function languageOption(words: Translate): Option {
  return new Option('--lang <language>', words('of what is printed'))
    .choices(Object.keys(languages))
    .default('en')
}

/** Has Commander's help and errors speak the language, in this command and those added to it later. */
export function translateCommander(program: Command, words: Translate): Command {
  return program
    .helpOption('-h, --help', words('display help for command'))
    .helpCommand('help [command]', words('display help for command'))
    .configureHelp({
      helpWidth: 100,
      styleTitle: (title) => words(TITLES[title] ?? title),
      styleOptionDescription: (text) => inParentheses(text, words),
    })
    .configureOutput({ outputError: (text, write) => write(errorText(text, words)) })
}

const TITLES: Readonly<Record<string, ReturnType<typeof term>>> = {
  'Usage:': term('Usage:'),
  'Arguments:': term('Arguments:'),
  'Options:': term('Options:'),
  'Commands:': term('Commands:'),
}

const CHOICES = term('choices: {0}')
const DEFAULT = term('default: {0}')
const heardInHelp = recogniser([CHOICES, DEFAULT])

/** `what to write (choices: "a", "b", default: "a")` */
function inParentheses(text: string, words: Translate): string {
  return text.replace(
    /\((choices: .*?)?(?:(, )?(default: [^)]*))?\)$/,
    (_, choices, comma, preset) =>
      `(${[choices, preset]
        .filter(Boolean)
        .map((part) => words(heardInHelp(part)))
        .join(comma ?? '')})`,
  )
}

const heardOfErrors = recogniser([
  term("error: required option '{0}' not specified"),
  term("error: missing required argument '{0}'"),
  term("error: option '{0}' argument missing"),
  term("error: option '{0}' argument '{1}' is invalid. Allowed choices are {2}."),
  term("error: option '{0}' argument '{1}' is invalid. {2}"),
  term("error: unknown option '{0}'"),
  term("error: unknown command '{0}'"),
  term("error: too many arguments for '{0}'. Expected {1} argument but got {2}."),
  term("error: too many arguments for '{0}'. Expected {1} arguments but got {2}."),
  term('(Did you mean {0}?)'),
  term('(Did you mean one of {0}?)'),
])

/** One sentence a line. */
function errorText(text: string, words: Translate): string {
  return text
    .split('\n')
    .map((line) => words(heardOfErrors(line)))
    .join('\n')
}
