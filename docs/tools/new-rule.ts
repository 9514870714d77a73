/**
 * Starts a rule: `npm run new:rule <area>/<id>` writes `shared/rules/<area>/<id>.ts` with the parts in their order. The
 * rule fails its tests until it is thought through.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The text of a new rule file; `today` is an ISO date. */
export function newRule(id: string, today: string): string {
  const name = id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return `import { taskDefinition } from '../../elements/task-definition'
import { drawing, fargateTask } from '../examples'
import { defineRule } from '../rule'

export const ${name} = defineRule({
  id: '${id}',
  severity: 'error',
  on: [taskDefinition],
  title: '',
  message: '',
  why: '',
  sources: [{ ref: '', checked: '${today}' }],
  check({ spec, report }) {
    if (spec.family !== undefined) return
    report({ at: '/family' })
  },
  examples: () => ({
    valid: {
      'the usual case': drawing({ task: fargateTask() }),
      'a near miss': drawing({ task: fargateTask() }),
    },
    invalid: {
      'left out': {
        design: drawing({ task: fargateTask({ family: undefined }) }),
        element: 'task',
        at: '/family',
      },
    },
  }),
})
`
}

/** What is wrong with `<area>/<id>`; undefined when nothing is. */
export function objection(path: string): string | undefined {
  if (/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)+$/.test(path)) return undefined
  return 'Usage: npm run new:rule <area>/<id>, such as network/port-awsvpc-host. Ids are those of the rule catalogue.'
}

function main(path = ''): void {
  const trouble = objection(path)
  const file = join(fileURLToPath(new URL('../../shared/rules/', import.meta.url)), `${path}.ts`)
  if (trouble !== undefined || existsSync(file)) {
    console.error(trouble ?? `shared/rules/${path}.ts is there already.`)
    process.exitCode = 1
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, newRule(path.split('/')[1] ?? '', new Date().toISOString().slice(0, 10)))
  console.log(
    `shared/rules/${path}.ts written. Fill it in, then run: npm run lists && npm run docs && npm run check`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2])
