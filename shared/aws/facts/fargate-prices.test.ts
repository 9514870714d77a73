import { expect, it } from 'vitest'
import { armSaving, monthlyPrice, monthlyStoragePrice } from './fargate-prices'

const task = { cpu: 1024, memory: 2048, system: 'LINUX', architecture: 'X86_64' } as const

it('a task of 1 vCPU and 2 GB costs about 36 dollars a month', () => {
  expect(monthlyPrice(task)).toBeCloseTo(36.04, 1)
  expect(monthlyPrice(task, 10)).toBeCloseTo(360.4, 0)
})

it('ARM64 is a fifth cheaper, Windows with its licence much dearer', () => {
  expect(armSaving).toBe(20)
  expect(monthlyPrice({ ...task, architecture: 'ARM64' })).toBeLessThan(0.81 * monthlyPrice(task))
  expect(monthlyPrice({ ...task, system: 'WINDOWS' })).toBeGreaterThan(2 * monthlyPrice(task))
})

it('the first 20 GiB of storage are included', () => {
  expect(monthlyStoragePrice(20)).toBe(0)
  expect(monthlyStoragePrice(200)).toBeCloseTo(14.6, 1)
})
