import { escapeXml } from '../../../shared/basics/xml'
import { say } from '../../../shared/texts/text'
import type { Translate } from '../../../shared/texts/translate'
import { word } from '../outcome'
import { type JudgedFile, type PlacedProblem, type Report, waiverInWords } from './report'

/**
 * JUnit XML, which every CI server shows: a file is a suite, a problem a test case. What makes the command fail is a
 * failure, what is waived is skipped, and the rest passes with its message as output.
 */
export const junitReport: Report = ({ files, failing, words }) => {
  const fails = (problem: PlacedProblem) => !problem.waiver && failing.includes(problem.severity)
  const suites = files.map((file) => suite(file, fails, words))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Fairlead">\n${suites.join('')}</testsuites>\n`
}

function suite(
  { file, problems }: JudgedFile,
  fails: (problem: PlacedProblem) => boolean,
  words: Translate,
): string {
  const cases = problems.map((problem) => testCase(file, problem, fails(problem), words))
  // A suite without a case is taken for one that did not run.
  if (cases.length === 0)
    cases.push(`    <testcase${attributes({ classname: file, name: words('no problems') })}/>\n`)
  const counts = {
    name: file,
    tests: cases.length,
    failures: problems.filter(fails).length,
    errors: 0,
    skipped: problems.filter(({ waiver }) => waiver !== undefined).length,
  }
  return `  <testsuite${attributes(counts)}>\n${cases.join('')}  </testsuite>\n`
}

function testCase(file: string, problem: PlacedProblem, fails: boolean, words: Translate): string {
  const { rule, element, path, line } = problem
  const head = attributes({ classname: rule, name: `${element}${path}`, file, line })
  return `    <testcase${head}>\n      ${outcome(problem, fails, words)}\n    </testcase>\n`
}

function outcome(problem: PlacedProblem, fails: boolean, words: Translate): string {
  const { line, column, fix, severity: type } = problem
  const message = words(problem)
  const waived = waiverInWords(problem)
  if (waived) return `<skipped${attributes({ message: `${message} ${words(waived)}` })}/>`
  const place = words(say`line ${line}, column ${column}`)
  const details = fix ? `${place}. ${words(say`Fix: ${fix.title}`)}` : place
  return fails
    ? `<failure${attributes({ message, type })}>${escapeXml(details)}</failure>`
    : `<system-out>${escapeXml(`${word(words, type)}: ${message} (${details})`)}</system-out>`
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}
