import { describe, expect, it } from 'vitest'
import { parseCpu, parseMemory, vcpus } from './task-size'

describe('a task’s CPU', () => {
  it.each([
    ['256', 256],
    ['1 vCPU', 1024],
    ['1vcpu', 1024],
    ['.5 vCPU', 512],
    ['0.25 VCPU', 256],
    [' 16 vCPU ', 16384],
  ])('%j is %i CPU units', (text, units) => expect(parseCpu(text)).toBe(units))

  it.each(['', 'vCPU', '1 GB', '1.', '-1', '1,5 vCPU', '{{CPU}}', '1 vCPU 2'])('%j is no CPU size', (text) =>
    expect(parseCpu(text)).toBeUndefined(),
  )
})

describe('a task’s memory', () => {
  it.each([
    ['512', 512],
    ['2 GB', 2048],
    ['0.5GB', 512],
    ['30gb', 30720],
  ])('%j is %i MiB', (text, mib) => expect(parseMemory(text)).toBe(mib))

  it.each(['2 gigs', '2 GiB', '1 vCPU', '<memory>', '1e3'])('%j is no memory size', (text) =>
    expect(parseMemory(text)).toBeUndefined(),
  )
})

it('writes CPU units as vCPU', () => {
  expect([256, 512, 16384].map(vcpus)).toEqual(['0.25 vCPU', '0.5 vCPU', '16 vCPU'])
})
