import { expect, it } from 'vitest'
import { nearest } from './nearest'

const names = ['containerDefinitions', 'cpu', 'family', 'memory', 'networkMode', 'volumes']

it.each([
  ['Family', 'family'],
  ['networkmode', 'networkMode'],
  ['volume', 'volumes'],
  ['memroy', 'memory'],
  ['netwrokMode', 'networkMode'],
  ['containerDefs', 'containerDefinitions'],
  ['containers', 'containerDefinitions'],
  ['launchType', undefined],
])('%s was meant to be %s', (written, meant) => expect(nearest(written, names)).toBe(meant))
