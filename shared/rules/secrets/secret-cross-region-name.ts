import { refer, referencesIn } from '../../design/references'
import { region } from '../../elements/region'
import { ssmParameter } from '../../elements/ssm-parameter'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, nameOf } from '../../graph/graph'
import { frameOf } from '../../graph/network'
import { runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { reading } from './examples'
import { secretReferencesOf } from './secret-references'

export const secretCrossRegionName = defineRule({
  id: 'secret-cross-region-name',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/secrets', '/containerDefinitions/*/logConfiguration/secretOptions'],
  title: 'A parameter of another Region is named by its ARN',
  message:
    'Parameter “{parameter}” is in {there} and the task runs in {here}; by its name it is looked for in {here}. Use its ARN.',
  why: 'A name alone means a parameter in the Region of the task. The ARN says which Region is meant.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, valueFrom = '' } of secretReferencesOf(spec)) {
      const parameter = namedParameter(graph, valueFrom)
      if (parameter === undefined) continue
      const there = regionOf(graph, parameter)
      const here = regionOfTask(graph, id)
      if (there === undefined || here === undefined || there === here) continue
      report({
        at: `${at}/valueFrom`,
        values: { parameter: nameOf(graph, parameter), there, here },
        fix: setMembers('Use the ARN of the parameter', id, { [`${at}/valueFrom`]: refer(parameter, 'arn') }),
      })
    }
  },
  examples: () => ({
    valid: {
      'by ARN': inRegions('@{password.arn}'),
      'by name, in the same Region': drawing({
        password: element('ssm-parameter', { Name: '/web/db-password' }),
        task: reading('@{password}'),
      }),
      'an existing parameter of which only the name is known': drawing({
        password: element('ssm-parameter', {}, { existing: { name: '/web/db-password' } }),
        task: reading('@{password}'),
      }),
    },
    invalid: {
      'by name, from another Region': {
        design: inRegions('@{password}'),
        element: 'task',
        at: '/containerDefinitions/0/secrets/0/valueFrom',
      },
    },
  }),
})

/** The parameter that a reference names, when it does so by its name, the default. */
function namedParameter(graph: Graph, valueFrom: string): string | undefined {
  const reference = referencesIn(valueFrom)[0]
  if (!reference || (reference.attribute ?? 'name') !== 'name') return undefined
  return graph.element(reference.id)?.kind === ssmParameter.kind ? reference.id : undefined
}

/** The Region that an element is drawn in, else the design's. */
function regionOf(graph: Graph, id: string): string | undefined {
  const frame = frameOf(graph, id, region.kind)
  const name = frame === undefined ? graph.design.region : specOf(graph, region, frame)?.RegionName
  return isKnown(name) ? name : undefined
}

/** A task definition is where it is run. */
function regionOfTask(graph: Graph, id: string): string | undefined {
  return regionOf(graph, runsOf(graph, id)[0]?.runner ?? id)
}

function inRegions(valueFrom: string) {
  return drawing({
    frankfurt: element('region', { RegionName: 'eu-central-1' }),
    password: element('ssm-parameter', { Name: '/web/db-password' }, { inside: 'frankfurt' }),
    task: reading(valueFrom),
  })
}
