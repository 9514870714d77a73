import { describe, expect, it } from 'vitest'
import { english } from '../../texts/text'
import {
  cpuInWords,
  fargateSizes,
  memoryInWords,
  sizeOf,
  sizesFor,
  sizeThatHolds,
  systemOf,
} from './fargate-sizes'

describe('Fargate sizes', () => {
  it('are 74 pairs on Linux and 43 on Windows', () => {
    const pairs = (system: 'LINUX' | 'WINDOWS') =>
      sizesFor(system).reduce((n, { memory }) => n + memory.length, 0)
    expect(pairs('LINUX')).toBe(74)
    expect(pairs('WINDOWS')).toBe(43)
  })

  it('ascend, and the largest is 16 vCPU with 120 GB', () => {
    const ascending = (list: readonly number[]) =>
      list.every((value, i) => i === 0 || value > (list[i - 1] ?? 0))
    expect(ascending(fargateSizes.map(({ cpu }) => cpu))).toBe(true)
    expect(fargateSizes.every(({ memory }) => ascending(memory))).toBe(true)
    expect(fargateSizes.at(-1)).toMatchObject({ cpu: 16384, platform: '1.4.0' })
    expect(fargateSizes.at(-1)?.memory.at(-1)).toBe(120 * 1024)
  })

  it('differ by operating system', () => {
    expect(sizeOf(256, 'LINUX')?.memory).toEqual([512, 1024, 2048])
    expect(sizeOf(256, 'WINDOWS')).toBeUndefined()
    expect(sizeOf(8192, 'WINDOWS')).toBeUndefined()
    expect(sizeOf(300, 'LINUX')).toBeUndefined()
  })

  it('tell their CPU and memory in words', () => {
    expect(english(cpuInWords('LINUX'))).toBe('0.25, 0.5, 1, 2, 4, 8 or 16 vCPU')
    expect(english(cpuInWords('WINDOWS'))).toBe('1, 2 or 4 vCPU')
    expect(english(memoryInWords(sizeOf(256, 'LINUX')!))).toBe('512, 1024 or 2048 MiB')
    expect(english(memoryInWords(sizeOf(8192, 'LINUX')!))).toBe('16384 to 61440 MiB in steps of 4096')
  })
})

describe('the closest size that holds a wish', () => {
  it.each([
    ['rounds memory up in the row', 1024, 2500, { cpu: 1024, memory: 3072 }],
    ['raises too little memory', 1024, 512, { cpu: 1024, memory: 2048 }],
    ['goes to the next CPU above the row’s top', 256, 4096, { cpu: 512, memory: 4096 }],
    ['skips rows that end too early', 256, 9000, { cpu: 2048, memory: 9216 }],
  ])('%s', (_, cpu, memory, size) => expect(sizeThatHolds(cpu, memory, 'LINUX')).toEqual(size))

  it('stays on the sizes of Windows', () => {
    expect(sizeThatHolds(4096, 31 * 1024, 'LINUX')).toEqual({ cpu: 8192, memory: 32768 })
    expect(sizeThatHolds(4096, 31 * 1024, 'WINDOWS')).toBeUndefined()
  })

  it('is none above 120 GB', () => expect(sizeThatHolds(256, 122881, 'LINUX')).toBeUndefined())
})

it('takes a missing operating system family for Linux', () => {
  expect(systemOf(undefined)).toBe('LINUX')
  expect(systemOf('WINDOWS_SERVER_2022_CORE')).toBe('WINDOWS')
})
