import { describe, expect, it } from 'vitest'
import { nearest, placeIn } from './ebs-volumes'
import { takesVolume, type VolumeKind, volumeKinds } from './volumes'

const kinds = Object.keys(volumeKinds) as VolumeKind[]
const takenBy = (launch: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES', system: 'LINUX' | 'WINDOWS') =>
  kinds.filter((kind) => takesVolume(kind, launch, system))

describe('volumes that a task can mount', () => {
  it.each([
    ['FARGATE', 'LINUX', ['bind', 'efs', 's3-files', 'ebs']],
    ['FARGATE', 'WINDOWS', []],
    ['EC2', 'LINUX', ['bind', 'host-path', 'docker', 'efs', 'ebs']],
    ['EC2', 'WINDOWS', ['bind', 'host-path', 'docker', 'fsx-windows', 'ebs']],
    ['EXTERNAL', 'LINUX', ['bind', 'host-path', 'docker']],
    ['MANAGED_INSTANCES', 'LINUX', ['bind', 'host-path', 'efs', 's3-files', 'ebs']],
    ['MANAGED_INSTANCES', 'WINDOWS', []],
  ] as const)('%s, %s: %j', (launch, system, some) => expect(takenBy(launch, system)).toEqual(some))

  it('is silent where AWS is', () => {
    expect(takesVolume('bind', 'FARGATE', 'WINDOWS')).toBeUndefined()
    expect(takesVolume('s3-files', 'FARGATE', 'WINDOWS')).toBeUndefined()
  })
})

describe('a range that EC2 documents further than ECS', () => {
  const range = { min: 3000, max: 16_000, upTo: 80_000 }
  it.each([
    [2999, 'outside'],
    [3000, 'inside'],
    [16_000, 'inside'],
    [16_001, 'doubtful'],
    [80_000, 'doubtful'],
    [80_001, 'outside'],
    [3000.5, 'outside'],
  ])('%d is %s', (value, place) => expect(placeIn(range, value)).toBe(place))

  it('is entered where ECS documents it', () => {
    expect([1, 5000, 90_000].map((value) => nearest(range, value))).toEqual([3000, 5000, 16_000])
  })
})
