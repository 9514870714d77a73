import { describe, expect, it } from 'vitest'
import type { Spec } from '../design/design'
import { graphOf } from '../graph/graph'
import { container, drawing, ec2Task, fargateTask, service } from './examples'
import { narrowedBy, offersFor } from './offers'

const works = (offers: ReturnType<typeof offersFor>) =>
  offers.filter(({ problem }) => !problem).map(({ value }) => value)

describe('the memory of a Fargate task', () => {
  it('is narrowed by its CPU', () => {
    const design = drawing({ task: fargateTask({ cpu: '256', memory: '4096' }) })
    expect(works(offersFor(design, 'task', '/memory', undefined))).toEqual(['512', '1024', '2048'])
  })

  it('comes after the CPU, so it rules no CPU out', () => {
    const cpus = (spec: Spec) =>
      works(offersFor(drawing({ task: fargateTask(spec) }), 'task', '/cpu', undefined))
    expect(cpus({ cpu: '256', memory: '512' })).toContain('16384')
    const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
    expect(cpus({ cpu: '1024', memory: '2048', runtimePlatform: windows })).toEqual(['1024', '2048', '4096'])
  })

  it('has a short list because of the CPU', () => {
    const reason = (spec: Spec) =>
      narrowedBy(graphOf(drawing({ task: fargateTask(spec) })), 'task', '/memory')
    expect(reason({ cpu: '256' })).toBe('0.25 vCPU')
    expect(reason({ cpu: '<cpu>' })).toBeUndefined()
  })

  it('says what a number is called', () => {
    const [first] = offersFor(drawing({ task: fargateTask() }), 'task', '/cpu', undefined)
    expect(first).toMatchObject({ value: '256', also: '0.25 vCPU' })
  })

  it('is free on EC2', () => {
    expect(offersFor(drawing({ task: ec2Task() }), 'task', '/memory', undefined)).toEqual([])
  })
})

it('a network mode that the launch type does not take is explained by its rule', () => {
  const offers = offersFor(drawing({ task: fargateTask() }), 'task', '/networkMode', [
    'awsvpc',
    'bridge',
    'host',
  ])
  expect(works(offers)).toEqual(['awsvpc'])
  expect(offers[1]?.problem?.rule).toBe('network-fargate-awsvpc')
})

it('a service on Fargate can’t be a daemon', () => {
  const design = drawing({ task: fargateTask(), web: service({ launchType: 'FARGATE' }) })
  expect(works(offersFor(design, 'web', '/schedulingStrategy', ['REPLICA', 'DAEMON']))).toEqual(['REPLICA'])
})

it('a log driver is judged for the container that names it', () => {
  const design = drawing({
    task: fargateTask({ containerDefinitions: [container({ logConfiguration: { logDriver: 'splunk' } })] }),
  })
  const pointer = '/containerDefinitions/0/logConfiguration/logDriver'
  const offers = offersFor(design, 'task', pointer, ['awslogs', 'splunk', 'syslog'])
  expect(offers.find(({ value }) => value === 'syslog')?.problem?.rule).toBe('log-driver-fargate')
})
