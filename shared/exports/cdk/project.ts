/** What a CDK app has beside its stack. */
import { logicalIdOf } from '../../aws/cloudformation/logical-ids'
import { slug } from '../../basics/slug'
import type { Design } from '../../design/design'
import type { ExportFile } from '../format'
import { quoted } from './code'

/** The app: one stack, where the design says that it is. */
export function appCode(design: Design, className: string, file: string): string {
  const { account, region } = design
  const where = [
    ...(account === undefined ? [] : [`account: ${quoted(account)}`]),
    ...(region === undefined ? [] : [`region: ${quoted(region)}`]),
  ]
  const props = where.length === 0 ? '{}' : `{\n  env: { ${where.join(', ')} },\n}`
  const id = logicalIdOf(slug(design.name, 'design'))
  return [
    "import * as cdk from 'aws-cdk-lib';",
    `import { ${className} } from './${file}';`,
    '',
    'const app = new cdk.App();',
    `new ${className}(app, ${quoted(id)}, ${props});`,
    '',
  ].join('\n')
}

/** Package, compiler and CDK settings. */
export function projectFiles(name: string): readonly ExportFile[] {
  const json = (file: string, value: unknown): ExportFile => ({
    name: file,
    content: `${JSON.stringify(value, null, 2)}\n`,
  })
  return [
    json('package.json', {
      name,
      private: true,
      scripts: { check: 'tsc --noEmit', synth: 'cdk synth', deploy: 'cdk deploy' },
      dependencies: { 'aws-cdk-lib': '^2.276.0', constructs: '^10.8.1' },
      devDependencies: {
        '@types/node': '^20.19.43',
        'aws-cdk': '^2.1000.0',
        tsx: '^4.23.15',
        typescript: '^5.9.0',
      },
    }),
    json('cdk.json', { app: 'npx tsx app.ts' }),
    json('tsconfig.json', {
      compilerOptions: {
        target: 'ES2022',
        module: 'commonjs',
        moduleResolution: 'node10',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      },
      include: ['*.ts'],
    }),
  ]
}
