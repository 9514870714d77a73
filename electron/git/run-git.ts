/** Runs git: no shell, a limit of time, and a limit of output. */
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { findGit } from './find-git'
import { type GitCommand, safeArguments, safeEnvironment } from './safe-git'

/** Milliseconds after which git is ended: the history of a file in a repository of a million commits takes seconds. */
const MOST_TIME = 20_000

export interface GitCall {
  readonly folder: string
  readonly command: GitCommand
  readonly args: readonly string[]
  readonly input?: string
  /** The most bytes of output. */
  readonly limit: number
  readonly milliseconds?: number
  readonly environment?: Readonly<Record<string, string | undefined>>
}

export type GitAnswer =
  | { readonly is: 'done'; readonly code: number; readonly output: Buffer; readonly message: string }
  /** There is more output than the limit; these are its first bytes. */
  | { readonly is: 'too-large'; readonly output: Buffer }
  | { readonly is: 'too-slow' }
  | { readonly is: 'no-git' }

/** Runs one command; never rejects. */
export async function runGit(call: GitCall): Promise<GitAnswer> {
  const environment = call.environment ?? process.env
  const git = await findGit(environment)
  // No argument of a process can hold it; no name of a file does.
  if (git === undefined || [call.folder, ...call.args].some((part) => part.includes('\0')))
    return git === undefined
      ? { is: 'no-git' }
      : { is: 'done', code: 128, output: Buffer.alloc(0), message: '' }
  return await answerOf(call, git, safeEnvironment(environment))
}

function answerOf(call: GitCall, git: string, env: Record<string, string>): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn(git, [...safeArguments(call.folder), call.command, ...call.args], {
      // Not the design's folder: programs and libraries are looked for in the current one.
      cwd: dirname(git),
      env,
      shell: false,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    let size = 0
    let message = ''
    const end = (answer: GitAnswer) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => end({ is: 'too-slow' }), call.milliseconds ?? MOST_TIME)
    child.on('error', () => end({ is: 'no-git' }))
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk)
      size += chunk.length
      if (size > call.limit) end({ is: 'too-large', output: Buffer.concat(output) })
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (message.length < MOST_MESSAGE) message += chunk.toString('utf8')
    })
    child.on('close', (code) =>
      end({ is: 'done', code: code ?? 128, output: Buffer.concat(output), message }),
    )
    // Git may end before it has read its input.
    child.stdin.on('error', () => undefined)
    child.stdin.end(call.input ?? '')
  })
}

const MOST_MESSAGE = 10_000
