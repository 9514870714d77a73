import { DOCKER_HUB } from '../../aws/facts/image-registries'
import { escapeText } from '../../design/references'
import { ecrRegistry, imageName, isRepositoryName } from '../../elements/parts/image-name'
import { holdsPlaceholder, isPlaceholder, masked } from '../../elements/parts/placeholders'
import type { Resource } from './resource'

/**
 * The repository or registry of an image. Placeholders may stand for parts; one for the whole, or for the host, leaves
 * open what it is. What Docker would not take for a repository, such as `IMAGE_TO_BE_REPLACED`, is not looked for.
 */
export function image(text: string): Resource | undefined {
  const { host, repository } = imageName(text)
  if (!isRepositoryName(repository)) return undefined
  if (host !== undefined) return hosted(text, host, repository)
  // A slash in a placeholder is no structure.
  const slash = masked(repository).indexOf('/')
  const open = slash < 0 ? isPlaceholder(repository) : holdsPlaceholder(repository.slice(0, slash))
  return open ? undefined : registry(DOCKER_HUB, text)
}

function hosted(text: string, host: string, repository: string): Resource {
  const ecr = ecrRegistry(host)
  if (!ecr) {
    const rest = text.slice(host.length + 1)
    // Docker Hub has the empty prefix, so its written host has to be asked for.
    return host === DOCKER_HUB ? { ...registry(host, `/${rest}`), attribute: 'host' } : registry(host, rest)
  }
  const uri = `${host}/${repository}`
  return {
    kind: 'ecr-repository',
    identity: uri,
    called: repository,
    element: { spec: { repositoryName: escapeText(repository) }, existing: { uri: escapeText(uri) } },
    attribute: 'uri',
    rest: text.slice(uri.length),
    ...ecr,
  }
}

function registry(host: string, rest: string): Resource {
  return {
    kind: 'image-registry',
    identity: host,
    called: host === DOCKER_HUB ? 'Docker Hub' : host,
    element: { spec: { host: escapeText(host) } },
    rest,
  }
}
