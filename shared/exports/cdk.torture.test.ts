/** The app is compiled against the CDK and synthesized; the result is the CloudFormation export, resource by resource. */
import { expect, test } from 'vitest'
import type { Design } from '../design/design'
import { parseYaml } from '../imports/reading/yaml'
import { plainTemplate, synthesized } from '../testing/cdk'
import { figure, torture } from '../testing/runs'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { cdkExport } from './cdk'
import { cloudFormationExport } from './cloudformation'

const QUICK = ['multi-az-efs']
const all = Object.entries({ ...templates, ...validDesigns })
const designs = torture ? all : all.filter(([name]) => QUICK.includes(name))

function templateOf(design: Design): unknown {
  const read = parseYaml(cloudFormationExport.export(design).files[0]?.content ?? '', 'a.yaml')
  return read.ok ? read.value.values[0] : undefined
}

test('what is synthesized is what CloudFormation would get', { timeout: 300_000 }, () => {
  expect(designs.length).toBeGreaterThan(0)
  const apps = synthesized(new Map(designs.map(([name, design]) => [name, cdkExport.export(design)])))
  for (const [name, design] of designs) {
    expect([name, plainTemplate(apps.get(name))]).toEqual([name, plainTemplate(templateOf(design))])
  }
  figure('R31', `AWS CDK: ${designs.length} apps compile and are the CloudFormation export`)
})
