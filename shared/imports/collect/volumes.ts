/** What a persistent volume of Kubernetes stands for. */
import { own } from '../../basics/own'
import { escapeText } from '../../design/references'
import { DRIVERS } from '../../elements/parts/persistent'
import { fileSystem } from './named'
import type { Reader } from './resource'

const KINDS: Readonly<Record<string, string>> = {
  [DRIVERS.efs]: 'efs-file-system',
  [DRIVERS.lustre]: 'fsx-lustre',
  [DRIVERS.openzfs]: 'fsx-openzfs',
}

/** By its driver; EFS may have a folder and an access point behind the id: `fs-…:/folder:fsap-…`. */
export const volumeHandle: Reader = (text, sibling) => {
  const driver = sibling('driver')
  if (driver === DRIVERS.ebs && /^vol-[0-9a-f]+$/.test(text)) {
    const existing = { volumeId: escapeText(text) }
    return { kind: 'ebs-volume', identity: text, called: text, element: { spec: {}, existing } }
  }
  const kind = typeof driver === 'string' ? own(KINDS, driver) : undefined
  if (kind === undefined) return undefined
  const colon = text.indexOf(':')
  const id = colon < 0 ? text : text.slice(0, colon)
  const found = id === '' ? undefined : fileSystem(kind)(id, sibling)
  return found && { ...found, rest: text.slice(id.length) }
}
