/** Compiles stacks of the CDK and synthesizes them, as their users would. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Exported } from '../exports/format'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The templates of exported apps, by name. A type error, or a fault in synthesis, is thrown. */
export function synthesized(apps: ReadonlyMap<string, Exported>): ReadonlyMap<string, unknown> {
  // Below the packages, so that imports find them.
  const folder = join(ROOT, 'node_modules', '.cache', `fairlead-cdk-${process.pid}`)
  try {
    const names = [...apps.keys()]
    const runs = [...apps.values()].map(({ files }, index) => {
      const home = join(folder, `app${index}`)
      mkdirSync(home, { recursive: true })
      for (const { name, content } of files) writeFileSync(join(home, name), content)
      return `app${index}`
    })
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(COMPILER))
    run(folder, 'typescript/bin/tsc', '-p', folder)
    const script = runs.map((app) => `process.env.CDK_OUTDIR = '${app}/out'; await import('./${app}/app.ts')`)
    writeFileSync(join(folder, 'all.mts'), script.join('\n'))
    run(folder, 'tsx/dist/cli.mjs', join(folder, 'all.mts'))
    return new Map(runs.map((app, index) => [names[index] ?? '', templateIn(join(folder, app, 'out'))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const COMPILER = {
  compilerOptions: {
    target: 'ES2022',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    types: ['node'],
  },
  include: ['*/*.ts'],
}

function run(cwd: string, program: string, ...args: readonly string[]): void {
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program}: ${stdout}${stderr}`)
  }
}

function templateIn(folder: string): unknown {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const artifacts = Object.values<{ type: string; properties: { templateFile: string } }>(manifest.artifacts)
  const stack = artifacts.find(({ type }) => type === 'aws:cloudformation:stack')
  return JSON.parse(readFileSync(join(folder, stack?.properties.templateFile ?? ''), 'utf8'))
}

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever it is.
type Loose = any

/** The resources and outputs of a template with texts in one form: the CDK joins what others substitute. */
export function plainTemplate(template: unknown): unknown {
  const { Resources = {}, Outputs = {} } = template as Loose
  const resources = Object.entries<Loose>(Resources)
    .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
    .map(([id, { DependsOn = [], Metadata: _, ...resource }]) => {
      const dependsOn = [DependsOn].flat().sort()
      return [id, { ...plain(resource), ...(dependsOn.length > 0 ? { DependsOn: dependsOn } : {}) }]
    })
  return { Resources: Object.fromEntries(resources), Outputs: plain(Outputs) }
}

function plain(value: Loose): Loose {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const [[name, argument] = []] = Object.entries<Loose>(value)
  if (name === 'Ref') return `\${${argument}}`
  if (name === 'Fn::GetAtt') return `\${${[argument].flat().join('.')}}`
  if (name === 'Fn::Sub' && typeof argument === 'string') return argument
  if (name === 'Fn::Join') return argument[1].map(plain).join(argument[0])
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}
