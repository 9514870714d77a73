import { describe, expect, it } from 'vitest'
import { architectureOf, instanceType } from './instance-types'

describe('an instance type', () => {
  it.each([
    // vCPUs, GiB, network interfaces
    ['t2.nano', 1, 0.5, 2],
    ['t2.xlarge', 4, 16, 3],
    ['t3.medium', 2, 4, 3],
    ['t3a.small', 2, 2, 2],
    ['t4g.2xlarge', 8, 32, 4],
    ['m5.large', 2, 8, 3],
    ['m5.24xlarge', 96, 384, 15],
    ['c5.large', 2, 4, 3],
    ['c5.9xlarge', 36, 72, 8],
    ['c6g.medium', 1, 2, 2],
    ['r6i.32xlarge', 128, 1024, 15],
    ['m7i.48xlarge', 192, 768, 15],
    ['m7i-flex.2xlarge', 8, 32, 4],
    ['r7g.16xlarge', 64, 512, 15],
    ['c8g.24xlarge', 96, 192, 15],
    ['g5.48xlarge', 192, 768, 7],
  ])('%s has %d vCPUs, %d GiB and %d network interfaces', (name, vcpus, memory, interfaces) =>
    expect(instanceType(name)).toMatchObject({ vcpus, memory: memory * 1024, interfaces }),
  )

  it('has GPUs in the g families only', () => {
    expect(instanceType('g4dn.12xlarge')?.gpus).toBe(4)
    expect(instanceType('m5.large')?.gpus).toBe(0)
  })

  it('is not known when its family has no such size', () => {
    expect(instanceType('c5.8xlarge')).toBeUndefined()
    expect(instanceType('m6g.24xlarge')).toBeUndefined()
    expect(instanceType('x2iedn.large')).toBeUndefined()
  })
})

describe('the architecture of an instance type', () => {
  it.each([
    ['t4g.small', 'ARM64'],
    ['m6gd.large', 'ARM64'],
    ['c7gn.xlarge', 'ARM64'],
    ['g5g.xlarge', 'ARM64'],
    ['a1.medium', 'ARM64'],
    ['g4dn.xlarge', 'X86_64'],
    ['g5.xlarge', 'X86_64'],
    ['m7i-flex.large', 'X86_64'],
    ['u-6tb1.metal', undefined],
    ['c7*', undefined],
    ['<instance-type>', undefined],
  ])('%s: %s', (name, architecture) => expect(architectureOf(name)).toBe(architecture))
})
