import { fromPointer } from '../basics/json'

/** `/containerDefinitions/0/logConfiguration` as people read it: `containerDefinitions[0].logConfiguration`. */
export function pointerInWords(pointer: string): string {
  return fromPointer(pointer).reduce((words, key) => {
    if (/^\d+$/.test(key)) return `${words}[${key}]`
    return words === '' ? key : `${words}.${key}`
  }, '')
}
