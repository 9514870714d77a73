import { escapeText } from '../../design/references'
import { holdsPlaceholder, isPlaceholder, masked } from './placeholders'
import type { Resource } from './resource'

/** `account.dkr.ecr.region.amazonaws.com`, its FIPS and China forms, and the dual-stack `account.dkr-ecr.region.on.aws`. */
const ECR_HOST =
  /^([^/.]+)\.dkr[.-]ecr(?:-fips)?\.([^/.]+)\.(?:amazonaws\.com(?:\.cn)?|on\.(?:aws|amazonwebservices\.com\.cn))$/d

/** What Docker accepts as a repository, so that `IMAGE_TO_BE_REPLACED` is not looked for on Docker Hub. */
const REPOSITORY = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/

/**
 * The repository or registry of an image: `host/repository:tag@digest`, where a first component without a dot or a
 * colon is no host but a Docker Hub user. Placeholders may stand for parts; one for the whole, or for the host, leaves
 * open what it is.
 */
export function image(text: string): Resource | undefined {
  const shape = masked(text)
  const slash = shape.indexOf('/')
  const first = slash < 0 ? '' : shape.slice(0, slash)
  const isHost = /[.:]/.test(first) || first === 'localhost'
  const start = isHost ? slash + 1 : 0
  const repository = shape
    .slice(start)
    .replace(/@.*$/s, '')
    .replace(/:[^/]*$/, '')
  if (!REPOSITORY.test(repository)) return undefined
  const end = start + repository.length
  if (isHost) return hosted(text, shape, slash, end)
  const open = slash < 0 ? isPlaceholder(text.slice(0, end)) : holdsPlaceholder(text.slice(0, slash))
  return open ? undefined : registry('docker.io', text)
}

function hosted(text: string, shape: string, slash: number, end: number): Resource {
  const host = text.slice(0, slash)
  const [, account, region] = ECR_HOST.exec(shape.slice(0, slash))?.indices ?? []
  if (!account || !region) {
    const rest = text.slice(slash + 1)
    // Docker Hub has the empty prefix, so its written host has to be asked for.
    return host === 'docker.io' ? { ...registry(host, `/${rest}`), attribute: 'host' } : registry(host, rest)
  }
  const uri = text.slice(0, end)
  const repository = text.slice(slash + 1, end)
  return {
    kind: 'ecr-repository',
    identity: uri,
    called: repository,
    element: { spec: { repositoryName: escapeText(repository) }, existing: { uri: escapeText(uri) } },
    attribute: 'uri',
    rest: text.slice(end),
    account: text.slice(...account),
    region: text.slice(...region),
  }
}

function registry(host: string, rest: string): Resource {
  return {
    kind: 'image-registry',
    identity: host,
    called: host === 'docker.io' ? 'Docker Hub' : host,
    element: { spec: { host: escapeText(host) } },
    rest,
  }
}
