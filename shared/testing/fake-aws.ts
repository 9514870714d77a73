/**
 * Runs an exported script against an AWS CLI that only pretends: it notes every call with its input, and answers with
 * made-up identifiers. What a call made is found by a lookup of the same words afterwards.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FAKE = `#!/bin/sh
# Notes the call, and answers. A lookup finds what the call after it made, when it is asked again.
n=0
[ ! -f "$FAKE/count" ] || read -r n <"$FAKE/count"
n=$((n + 1))
echo $n >"$FAKE/count"
printf '%s\\n' "$@" >"$FAKE/$n.call"
query= input= words=
tab=$(printf '\\t')
while [ $# -gt 0 ]; do
  case $1 in
    --query) query=$2 ;;
    --cli-input-json) input=\${2#file://} ;;
    wait) exit 0 ;;
  esac
  words="$words $1"
  shift
done
answer=id-$n
if [ -n "$input" ]; then
  while IFS= read -r line || [ -n "$line" ]; do printf '%s\\n' "$line"; done <"$input" >"$FAKE/$n.json"
  if [ -s "$FAKE/pending" ]; then
    read -r asked <"$FAKE/pending"
    : >"$FAKE/pending"
    printf '%s\\t%s\\n' "$asked" "$answer" >>"$FAKE/known"
  fi
else
  case $query in
    Account) echo 123456789012; exit ;;
    *LifeCycleState*) echo available; exit ;;
    *attachmentsStatus*) echo UPDATE_COMPLETE; exit ;;
  esac
  case $words in *update-service* | *get-queue-attributes*) ;; *)
    answer=
    : >>"$FAKE/known"
    while IFS="$tab" read -r asked known; do [ " $asked" != "$words" ] || answer=$known; done <"$FAKE/known"
    if [ -z "$answer" ]; then
      printf '%s\\n' "$words" >"$FAKE/pending"
      case $query in *'[?'* | *'[0]'*) echo None; exit ;; esac
      echo 'An error occurred (ResourceNotFoundException): it is not there' >&2
      exit 254
    fi
  esac
fi
case $query in
  *', '*) printf '%s\\t%s-b\\n' "$answer" "$answer" ;;
  ?*) echo "$answer" ;;
esac
`

export interface Call {
  /** `ecs:create-service`. */
  readonly name: string
  readonly words: readonly string[]
  /** The input as AWS would have got it. */
  readonly input: unknown
}

export interface Run {
  readonly code: number
  readonly calls: readonly Call[]
  readonly errors: string
  /** What lies in the working folder afterwards that was not put there. */
  readonly left: readonly string[]
}

export interface Bench {
  /** Runs the script, with these environment variables. */
  readonly run: (environment?: Readonly<Record<string, string>>, shell?: readonly string[]) => Run
  readonly remove: () => void
}

/** Puts files into a folder of their own, next to an AWS CLI that pretends. */
export function benchWith(files: readonly { readonly name: string; readonly content: string }[]): Bench {
  const root = mkdtempSync(join(tmpdir(), 'fake-aws-'))
  const [folder, bin, fake] = ['out', 'bin', 'fake'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  for (const one of [folder, bin, fake]) mkdirSync(one)
  for (const { name, content } of files) writeFileSync(join(folder, name), content)
  writeFileSync(join(bin, 'aws'), FAKE)
  chmodSync(join(bin, 'aws'), 0o755)
  const before = new Set([...files.map(({ name }) => name), 'apply.state'])
  let noted = 0
  return {
    run: (environment = {}, [shell = 'sh', ...words] = []) => {
      let code = 0
      let errors = ''
      try {
        const env = { PATH: `${bin}:/usr/bin:/bin`, FAKE: fake, TMPDIR: root, ...environment }
        execFileSync(shell, [...words, './apply.sh'], {
          cwd: folder,
          env,
          stdio: ['ignore', 'ignore', 'pipe'],
        })
      } catch (error) {
        const failed = error as { status?: number; stderr?: Buffer }
        code = failed.status ?? -1
        errors = String(failed.stderr ?? '')
      }
      const count = existsSync(join(fake, 'count')) ? Number(readFileSync(join(fake, 'count'), 'utf8')) : 0
      const calls = Array.from({ length: count - noted }, (_, index) => callAt(fake, noted + index + 1))
      noted = count
      return { code, calls, errors, left: readdirSync(folder).filter((name) => !before.has(name)) }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

function callAt(fake: string, number: number): Call {
  const words = readFileSync(join(fake, `${number}.call`), 'utf8')
    .split('\n')
    .slice(0, -1)
  const file = join(fake, `${number}.json`)
  return {
    name: words.slice(0, 2).join(':'),
    words,
    input: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined,
  }
}
