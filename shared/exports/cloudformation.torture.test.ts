/** AWS's validator on every valid design; the ordinary tests hold the templates to it. */
import { expect, test } from 'vitest'
import { validationOf } from '../testing/cloudformation'
import { figure, torture } from '../testing/runs'
import { validDesigns } from '../testing/valid-designs'
import { cloudFormationExport } from './cloudformation'

const all = Object.entries(validDesigns)
const some = torture ? all : all.slice(0, 1)

test.each(some)('CloudFormation takes %s', { timeout: 60_000 }, (_, design) => {
  expect(validationOf(cloudFormationExport.export(design).files[0]?.content ?? '')).toEqual([])
})

test('the figure', () => figure('R30', `CloudFormation: ${some.length} valid designs without a finding`))
