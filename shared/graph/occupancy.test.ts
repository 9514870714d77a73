import { describe, expect, it } from 'vitest'
import { type Design, type Element, emptyDesign } from '../design/design'
import { graphOf } from './graph'
import { occupancyOf } from './occupancy'

const service = (rest: Element['spec']): Element => ({
  kind: 'service',
  spec: { cluster: '@{main}', taskDefinition: '@{task}', launchType: 'EC2', ...rest },
})

/** Two instances of 2 vCPUs and 8 GiB, and a task of half a vCPU and 1 GiB. */
const design = (services: Record<string, Element>, rest: Record<string, Element> = {}): Design => ({
  ...emptyDesign('test'),
  elements: {
    main: { kind: 'cluster', spec: { clusterName: 'main', capacityProviders: [] } },
    hosts: {
      kind: 'container-instance',
      spec: { cluster: '@{main}', InstanceType: 'm7g.large', MinCount: 2, MaxCount: 2 },
    },
    task: {
      kind: 'task-definition',
      spec: { family: 'app', cpu: '512', memory: '1024', containerDefinitions: [{ name: 'app' }] },
    },
    ...services,
    ...rest,
  },
})

const of = (services: Record<string, Element>, rest?: Record<string, Element>) =>
  occupancyOf(graphOf(design(services, rest)), 'hosts')

describe('what tasks reserve of instances', () => {
  it('is the size of a task for each one that is wanted', () => {
    expect(of({ api: service({ desiredCount: 3 }) })).toEqual({
      cpu: { reserved: 1536, available: 4096 },
      memory: { reserved: 3072, available: 16384 },
    })
  })

  it('is one task of a daemon for each instance', () => {
    expect(of({ agent: service({ schedulingStrategy: 'DAEMON' }) })?.cpu.reserved).toBe(1024)
  })

  it('leaves out what runs on Fargate', () => {
    const fargate = service({ desiredCount: 9, launchType: 'FARGATE' })
    expect(of({ api: service({ desiredCount: 1 }), fargate })?.cpu.reserved).toBe(512)
  })

  it('is not said while nothing runs there, or when other instances may take some of it', () => {
    expect(of({})).toBeUndefined()
    const others: Element = {
      kind: 'container-instance',
      spec: { cluster: '@{main}', InstanceType: 'm7g.large' },
    }
    expect(of({ api: service({ desiredCount: 1 }) }, { others })).toBeUndefined()
  })

  it('is not said of an instance type that nobody knows', () => {
    const hosts: Element = {
      kind: 'container-instance',
      spec: { cluster: '@{main}', InstanceType: 'x99.huge' },
    }
    expect(of({ api: service({ desiredCount: 1 }) }, { hosts })).toBeUndefined()
  })
})
