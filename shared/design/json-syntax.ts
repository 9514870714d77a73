/**
 * Says why a text is not JSON, and how to mend it. Real “task definitions” are often templates, excerpts from the
 * documentation, or Python and JavaScript literals, so each of those gets its own words instead of "unexpected token".
 */
import { getLocation, type ParseError, parse as parseTolerant, printParseErrorCode } from 'jsonc-parser'
import { toPointer } from '../basics/json'
import { quote as quoteText } from '../basics/quote'
import type { Failure } from '../basics/result'
import { say, type Text, term } from '../texts/text'
import { scanJson } from './json-scan'

type Diagnosis = Pick<Failure, 'what' | 'mend'> & { readonly offset: number }

interface Scene {
  readonly text: string
  /** Where the parser stopped understanding, and its word for it. */
  readonly offset: number
  readonly error: string
  /** The text from there on. */
  readonly rest: string
  /** The unit that people see there: a placeholder, a word, a character. */
  readonly found: string
  /** A member name is expected here, not a value. */
  readonly atName: boolean
}

/** Explains a text that `JSON.parse` refuses. */
export function explainSyntax(
  text: string,
): Pick<Failure, 'code' | 'line' | 'column' | 'pointer' | 'what' | 'mend'> {
  const marker = MERGE_MARKER.exec(text)
  if (marker) return { code: 'merge-markers', ...placeOf(text, marker.index), ...MERGE_MARKERS }
  const scene = look(text)
  const diagnosis =
    notJsonAtAll(text) ??
    atEnd(scene) ??
    placeholder(scene) ??
    separator(scene) ??
    phrases(scene) ??
    fallback(scene)
  const path = getLocation(text, diagnosis.offset).path.filter((segment) => segment !== '')
  const { what, mend } = diagnosis
  return {
    code: 'json-syntax',
    ...placeOf(text, diagnosis.offset),
    ...(path.length > 0 ? { pointer: toPointer(path) } : {}),
    what,
    mend,
  }
}

/** What git leaves in a file that it could not merge. No text of JSON's goes over several lines, so it is none of its. */
const MERGE_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/m

const MERGE_MARKERS = {
  what: 'Git left two versions of the design in this file, with marks between them.',
  mend: 'Bring them together with “fairlead merge” (docs/git.md shows how), or take one of them with “git checkout --ours” or “git checkout --theirs”.',
} as const

/** The 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

function look(text: string): Scene {
  const errors: ParseError[] = []
  parseTolerant(text, errors, { disallowComments: true, allowTrailingComma: false })
  const first = errors[0]
  let offset = first?.offset ?? Math.max(0, text.search(UNUSUAL_SPACE))
  // `{{name}}` is read as an object in an object; the placeholder begins one character earlier.
  if (text[offset] === '{' && text[offset - 1] === '{') offset--
  const rest = text.slice(offset)
  const found =
    PLACEHOLDER.exec(rest)?.[0] ??
    /^(?:\.{2,}|…|[\p{L}\p{N}_.+-]+|['‘“`][^\n]*?['’”`]|.)/su.exec(rest)?.[0] ??
    ''
  const error = first ? printParseErrorCode(first.error) : ''
  return { text, offset, error, rest, found, atName: getLocation(text, offset).isAtPropertyKey }
}

const PLACEHOLDER =
  /^(?:\${3,}[^$\n]+\${3,}|\$\{[^}\n]*\}|\{\{.*?\}\}|<[^<>\n]+>|\$\([^)\n]*\)|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|#\{[^}\n]*\}#?|@\w+@)/

/** Blanks that editors and word processors insert and JSON does not count as blanks. */
const UNUSUAL_SPACE = /[\u00A0\u1680\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]/
const STARTS_UNUSUAL = new RegExp(`^${UNUSUAL_SPACE.source}`)

function notJsonAtAll(text: string): Diagnosis | undefined {
  const is = (what: Text, mend: Text) => ({ offset: text.length - text.trimStart().length, what, mend })
  const body = text.trimStart()
  if (body === '') return { offset: 0, what: 'The file is empty.', mend: 'Choose a file that holds JSON.' }
  if (text.includes('\u0000')) return is('This is not a text file.', 'Choose a file that holds JSON.')
  if (/^<(?:!doctype|\?xml|[a-z]+[\s>][\s\S]*<\/)/i.test(body)) {
    return is('This is HTML or XML, not JSON.', 'Choose a file that holds JSON.')
  }
  // Both often begin with comments, which are not what is wrong with them here.
  const content = body.replace(/^(?:#[^\n]*\n\s*)+/, '')
  if (/^(?:---\s|[\w.-]+:(?:\s|$))/.test(content)) {
    return is(
      'This is YAML, not JSON.',
      'If it holds a task definition, convert it to JSON first, for example with “yq -o json”.',
    )
  }
  if (/^(?:resource|data|module|variable|locals|terraform|provider)\b[^:]*\{/.test(content)) {
    return is(
      'This is Terraform, not JSON.',
      'Take the JSON from “terraform show -json”, or copy it out of the file.',
    )
  }
  return undefined
}

function atEnd({ text, offset, rest }: Scene): Diagnosis | undefined {
  if (rest.trim() !== '') return undefined
  const open = unclosed(text)
  if (!open) return { offset, what: 'The file ends too early.', mend: 'Complete it, or fetch it again.' }
  const closer = open.opener === '{' ? '}' : ']'
  return {
    offset,
    what: say`The file ends too early: the ${open.opener} of line ${placeOf(text, open.offset).line} is not closed.`,
    mend: say`Add the missing ${closer}, or fetch the file again if it was cut off.`,
  }
}

/** The innermost bracket that is still open at the end of the text. */
function unclosed(text: string): { opener: string; offset: number } | undefined {
  const open: { opener: string; offset: number }[] = []
  scanJson(text, (token, offset) => {
    if (token === '{' || token === '[') open.push({ opener: token, offset })
    else if (token === '}' || token === ']') open.pop()
    return false
  })
  return open.at(-1)
}

function placeholder({ offset, rest, found, atName }: Scene): Diagnosis | undefined {
  if (!PLACEHOLDER.test(rest)) return undefined
  const named = /^:/.test(rest.slice(found.length).trimStart())
  if (atName && !named) {
    return {
      offset,
      what: say`The placeholder ${quote(found)} stands where a member belongs, so this is not JSON yet.`,
      mend: 'Put the member in its place, such as "name": "value", or delete it.',
    }
  }
  return {
    offset,
    what: say`The placeholder ${quote(found)} is not in quotes, so this is not JSON yet.`,
    mend: 'Put it in double quotes, or fill in the value.',
  }
}

/** Commas and brackets: too many, too few, or of the other kind. */
function separator({ text, offset, error, found }: Scene): Diagnosis | undefined {
  const previous = text.slice(0, offset).trimEnd()
  if (/^[\]}]$/.test(found)) {
    if (previous.endsWith(',')) {
      return {
        offset: previous.length - 1,
        what: say`There is a comma before the closing ${found}.`,
        mend: 'Delete the comma.',
      }
    }
    if (error === 'CommaExpected') {
      const open = unclosed(previous)
      const where = open
        ? say`the ${open.opener} of line ${placeOf(text, open.offset).line} is still open`
        : term('nothing is open')
      return {
        offset,
        what: say`A ${found} closes nothing here: ${where}.`,
        mend: 'Close the brackets in the order they were opened.',
      }
    }
    return {
      offset,
      what: say`A value is missing before the ${found}.`,
      mend: 'Write the value, or delete the member.',
    }
  }
  if (found === ',') {
    return {
      offset,
      what: 'There is a comma with nothing before it.',
      mend: 'Delete it, or write what is missing.',
    }
  }
  if (error !== 'CommaExpected') return undefined
  // A leading zero reads as two numbers with nothing between them.
  const oneNumber = /\d$/.test(previous) && /^\d/.test(found) && previous.length === offset
  return oneNumber
    ? {
        offset,
        what: 'A number begins with a zero.',
        mend: 'Delete the zero, or put the number in double quotes.',
      }
    : missingComma(previous, text, offset)
}

function missingComma(previous: string, text: string, offset: number): Diagnosis {
  const next = /^(?:"(?:[^"\\\n]|\\.)*"|[^\s,\]}]+)/.exec(text.slice(offset))?.[0] ?? ''
  return {
    offset: previous.length,
    what: say`A comma is missing before ${quote(next)}.`,
    mend: 'Add the comma here.',
  }
}

interface Wording {
  /** Fits what stands at the place, or the parser's word for the error. */
  readonly when: RegExp
  readonly what: (found: string) => Text
  readonly mend: string
}

const words: readonly Wording[] = [
  {
    when: /^(?:\.{2,}|…)/,
    what: (f) => say`${quote(f)} stands for something left out.`,
    mend: 'Fill it in, or delete it.',
  },
  { when: /^(?:\/[/*]|#)/, what: () => 'A comment is not allowed in JSON.', mend: 'Delete it.' },
  {
    when: /^['‘“`]/,
    what: (f) => say`${quote(f)} is in other quotation marks than JSON’s.`,
    mend: 'Use double quotes: ".',
  },
  { when: /^True\b/, what: (f) => say`${quote(f)} is Python’s spelling.`, mend: 'Write true.' },
  { when: /^False\b/, what: (f) => say`${quote(f)} is Python’s spelling.`, mend: 'Write false.' },
  {
    when: /^(?:None|undefined|nil)\b/,
    what: (f) => say`${quote(f)} is not a JSON value.`,
    mend: 'Write null, or delete the member.',
  },
  {
    when: /^[+-]?(?:NaN|Infinity)\b/,
    what: (f) => say`${quote(f)} is not a JSON number.`,
    mend: 'Write a number.',
  },
  { when: /^(?:boolean|bool)\b/, what: named, mend: 'Write true or false.' },
  { when: /^(?:integer|int|number|float|double|long)\b/, what: named, mend: 'Write a number.' },
  { when: /^(?:string|str|text|timestamp)\b/, what: named, mend: 'Write a text in double quotes.' },
  {
    when: /^[+.]?\d|^-(?!\d)/,
    what: (f) => say`The number ${quote(f)} is written wrongly.`,
    mend: 'Write it as in 0.5 or 12.',
  },
  {
    when: STARTS_UNUSUAL,
    what: () => 'An invisible character stands here that JSON does not allow.',
    mend: 'Delete it, or replace it by a plain blank.',
  },
]

const errors: readonly Wording[] = [
  {
    when: /EndOfFileExpected/,
    what: (f) => say`There is more after the end of the JSON: ${quote(f)}.`,
    mend: 'Delete it, or put several documents into one list: [ …, … ].',
  },
  {
    when: /UnexpectedEndOfString/,
    what: () => 'A text is not closed in its line.',
    mend: 'Close it with a double quote; write a line break as \\n.',
  },
  {
    when: /InvalidEscapeCharacter|InvalidUnicode/,
    what: () => 'A backslash in this text begins an escape that JSON does not know.',
    mend: 'Write a backslash as \\\\.',
  },
  {
    when: /InvalidCharacter/,
    what: () => 'A tab or another control character stands in this text.',
    mend: 'Write a tab as \\t and a line break as \\n.',
  },
  {
    when: /ColonExpected/,
    what: (f) => say`A colon is missing before ${quote(f)}.`,
    mend: 'Write "name": value.',
  },
]

function named(type: string): Text {
  return say`${quote(type)} names a type; a value belongs here.`
}

function phrases({ offset, error, rest, found, atName }: Scene): Diagnosis | undefined {
  const phrase = errors.find(({ when }) => when.test(error)) ?? words.find(({ when }) => when.test(rest))
  if (phrase) return { offset, what: phrase.what(found), mend: phrase.mend }
  if (!/^[\p{L}_]/u.test(found)) return undefined
  return atName
    ? {
        offset,
        what: say`The member name ${quote(found)} is not in double quotes.`,
        mend: say`Write "${found}".`,
      }
    : {
        offset,
        what: say`${quote(found)} is neither a text in double quotes, a number, true, false nor null.`,
        mend: 'Put it in double quotes, or fill in the value.',
      }
}

function fallback({ offset, found }: Scene): Diagnosis {
  return { offset, what: say`${quote(found)} can’t stand here.`, mend: 'Correct this place and try again.' }
}

function quote(text: string): string {
  return quoteText(text, 40)
}
