import { expect, it } from 'vitest'
import { edit } from '../design/edit'
import { type Candidate, candidates } from '../graph/connect'
import { graphOf } from '../graph/graph'
import { drawing, element, fargateTask, service } from '../rules/examples'
import { refusalOf, verdict } from './verdict'

const design = drawing({
  task: fargateTask(),
  web: service({ launchType: 'FARGATE' }),
  lustre: element('fsx-lustre', { FileSystemType: 'LUSTRE' }, { label: 'scratch' }),
  efs: element('efs-file-system', { CreationToken: 'data', Encrypted: true }),
  repo: element('ecr-repository', { repositoryName: 'web' }),
  classic: element('classic-load-balancer', { LoadBalancerName: 'old' }),
})

const lines = (from: string, to: string) => candidates(graphOf(design), from, to)
const refusal = (from: string, to: string) => refusalOf(design, lines(from, to))

it('a line that a rule refuses for good is refused, with the rule', () => {
  expect(refusal('task', 'lustre')?.rule).toBe('volume-fsx-lustre-unsupported')
})

it('of several meanings only those that can stand are left', () => {
  const said = lines('web', 'classic').map((one) => [one.meaning, verdict(design, one)?.rule])
  expect(said).toEqual([
    ['registers', 'lb-classic-awsvpc'],
    ['traffic', undefined],
  ])
  expect(refusal('web', 'classic')).toBeUndefined()
})

it('a line that can stand is not, even when more has to be drawn', () => {
  expect(refusal('task', 'efs')).toBeUndefined()
})

it('offers the nearest thing that can stand', () => {
  const { instead } = refusal('task', 'lustre')!
  const next = edit(design, instead!.apply).design
  expect(Object.values(next.elements).filter(({ kind }) => kind === 'efs-file-system')).toHaveLength(2)
})

it('each meaning is judged with the row at its own end', () => {
  const both = [...lines('task', 'lustre'), ...lines('task', 'repo')]
  const row = ({ to }: Candidate) => (to === 'repo' ? '/containerDefinitions/0' : undefined)
  expect(refusalOf(design, both)).toBeUndefined()
  expect(refusalOf(design, both, row)).toBeDefined()
})
