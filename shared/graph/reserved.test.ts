import { expect, it } from 'vitest'
import { reservedBy } from './reserved'

it.each([
  ['the task’s size', { cpu: '.5 vCPU', memory: '2 GB' }, 512, 2048],
  [
    'the task’s size, whatever the containers say',
    { cpu: '256', memory: '512', containerDefinitions: [{ memory: 128 }] },
    256,
    512,
  ],
  [
    'the containers together, by the soft limit where there is one',
    {
      containerDefinitions: [
        { cpu: 128, memory: 512, memoryReservation: 256 },
        { cpu: 64, memory: 128 },
      ],
    },
    192,
    384,
  ],
  ['nothing', {}, 0, 0],
  ['what nobody knows', { cpu: '${Cpu}', memory: 'much' }, undefined, undefined],
])('a task takes %s', (_, spec, cpu, memory) => expect(reservedBy(spec)).toEqual({ cpu, memory }))
