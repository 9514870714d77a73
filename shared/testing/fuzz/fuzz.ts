/** Starts the loop of fuzzing in a child process and watches over it: an abort, or a hang, is a finding like any other. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from './run'

/** An input that takes longer is taken for one that never ends. */
const HANG = 20_000
/** More of them tell nothing new. */
const ENOUGH = 20

export interface Fuzzing {
  readonly seed: number
  readonly inputs: number
  /** With an `Object.prototype` that nobody can change. */
  readonly frozen?: boolean
  /** Makes the second input fail, to see that it is noticed. */
  readonly fault?: 'throw' | 'abort'
}

/** Reads that many inputs; what was wrong with any of them. */
export async function fuzz({ seed, inputs, frozen = false, fault }: Fuzzing): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-fuzz-'))
  const findings: Finding[] = []
  let from = 0
  while (from < inputs && findings.length < ENOUGH) {
    const progress = join(folder, 'progress')
    const ended = await runChild(
      [seed, from, inputs, progress, frozen ? 'frozen' : '', from === 0 ? (fault ?? '') : ''],
      progress,
      findings,
    )
    if (ended === undefined) break
    const number = Number(readFileSync(progress, 'utf8'))
    findings.push({ number, reader: '', what: ended })
    from = number + 1
  }
  rmSync(folder, { recursive: true, force: true })
  return findings
}

/** Resolves with how the process died; undefined when it came to its end. */
function runChild(
  args: readonly (string | number)[],
  progress: string,
  findings: Finding[],
): Promise<string | undefined> {
  const script = fileURLToPath(new URL('run.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let rest = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    findings.push(...lines.map((line) => JSON.parse(line) as Finding))
    if (findings.length >= ENOUGH) child.kill('SIGKILL')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000)
  })
  let hung = false
  let last = ''
  const watch = setInterval(() => {
    const now = readIfThere(progress)
    hung = now !== '' && now === last
    if (hung) child.kill('SIGKILL')
    last = now
  }, HANG)
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (code === 0 || findings.length >= ENOUGH) resolve(undefined)
      else resolve(hung ? 'never ends' : `the process died: ${signal ?? code} ${errors}`)
    })
  })
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
