/** Takes image references apart, as Docker reads them: `host/repository:tag@digest`. */
import { DOCKER_HUB, dockerHubHosts, ecrHost } from '../../aws/facts/image-registries'
import { memoText } from '../../basics/memo'
import { holdsPlaceholder, masked } from './placeholders'

export interface ImageName {
  /** What stands before the first slash, if it has a dot or a colon, or is `localhost`. */
  readonly host: string | undefined
  readonly repository: string
  /** Empty where a colon is followed by nothing. */
  readonly tag: string | undefined
  /** What follows the at sign: `sha256:` and 64 hexadecimal digits, if it is right. */
  readonly digest: string | undefined
}

/** What Docker accepts as a repository: lower-case words, joined by dots, hyphens, underscores and slashes. */
const REPOSITORY = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/

/** Placeholders may stand for any part, and stay whole: a colon or slash in one is not taken for structure. */
export const imageName = memoText((text: string): ImageName => {
  const shape = masked(text)
  const slash = shape.indexOf('/')
  const first = slash < 0 ? '' : shape.slice(0, slash)
  const start = /[.:]/.test(first) || first === 'localhost' ? slash + 1 : 0
  const at = shape.indexOf('@', start)
  const end = at < 0 ? text.length : at
  const colon = shape.lastIndexOf(':', end - 1)
  const hasTag = colon >= start && !shape.slice(colon, end).includes('/')
  return {
    host: start === 0 ? undefined : text.slice(0, slash),
    repository: text.slice(start, hasTag ? colon : end),
    tag: hasTag ? text.slice(colon + 1, end) : undefined,
    digest: at < 0 ? undefined : text.slice(at + 1),
  }
})

/** Could it be the name of a repository, whatever its placeholders stand for? */
export function isRepositoryName(repository: string): boolean {
  return REPOSITORY.test(masked(repository))
}

export interface EcrRegistry {
  readonly account: string
  readonly region: string
}

/** What the host of a private ECR registry says; undefined for any other host. Parts may be placeholders. */
export function ecrRegistry(host: string | undefined): EcrRegistry | undefined {
  return host === undefined ? undefined : registryAt(host).ecr
}

/** Hosts are few, and each is that of many images. */
const registryAt = memoText((host: string): { readonly ecr: EcrRegistry | undefined } => {
  const [, account, region] = ecrHost.exec(masked(host))?.indices ?? []
  return { ecr: account && region && { account: host.slice(...account), region: host.slice(...region) } }
})

/** The host of a private registry that answers over IPv4 and over IPv6. */
export function dualStackHost({ account, region }: EcrRegistry): string {
  return `${account}.dkr-ecr.${region}.${region.startsWith('cn-') ? 'on.amazonwebservices.com.cn' : 'on.aws'}`
}

/** The host that an image comes from: `docker.io` when none is written. Undefined where a placeholder may hold one. */
export function registryOf({ host, repository }: ImageName): string | undefined {
  if (host !== undefined) {
    if (holdsPlaceholder(host)) return undefined
    return dockerHubHosts.includes(host) ? DOCKER_HUB : host
  }
  const slash = masked(repository).indexOf('/')
  return holdsPlaceholder(slash < 0 ? repository : repository.slice(0, slash)) ? undefined : DOCKER_HUB
}
