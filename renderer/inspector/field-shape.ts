/** Whether a value fits the control of its field. */
import { isObject } from '../../shared/basics/json'
import { MIXED } from './spec-state'

/** What kind of value stands in a place. */
export function shapeOf(value: unknown): 'nothing' | 'mixed' | 'list' | 'object' | 'scalar' {
  if (value === MIXED) return 'mixed'
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return isObject(value) ? 'object' : 'scalar'
}
