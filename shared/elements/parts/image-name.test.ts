import { describe, expect, it } from 'vitest'
import { ecrRegistry, imageName, isRepositoryName, registryOf } from './image-name'

describe('an image reference', () => {
  it.each([
    ['nginx', undefined, 'nginx', undefined, undefined],
    ['nginx:1.27', undefined, 'nginx', '1.27', undefined],
    ['team/app:1', undefined, 'team/app', '1', undefined],
    ['nginx:', undefined, 'nginx', '', undefined],
    ['localhost/app', 'localhost', 'app', undefined, undefined],
    ['127.0.0.1:5000/team/app:1', '127.0.0.1:5000', 'team/app', '1', undefined],
    ['ghcr.io/team/app:1@sha256:ab', 'ghcr.io', 'team/app', '1', 'sha256:ab'],
    ['app@sha256:ab', undefined, 'app', undefined, 'sha256:ab'],
    ['${REGISTRY:-ghcr.io/x}/app:${TAG:-1}', undefined, '${REGISTRY:-ghcr.io/x}/app', '${TAG:-1}', undefined],
    ['', undefined, '', undefined, undefined],
  ])('%s', (text, host, repository, tag, digest) =>
    expect(imageName(text)).toEqual({ host, repository, tag, digest }),
  )
})

it.each([
  ['nginx', 'docker.io'],
  ['registry.hub.docker.com/library/nginx', 'docker.io'],
  ['public.ecr.aws/nginx/nginx', 'public.ecr.aws'],
  ['my-${STAGE}/app', undefined],
  ['team/${APP}', 'docker.io'],
  ['${HOST}.example.com/app', undefined],
  ['<repo.uri>:1', undefined],
])('%s comes from %s', (text, registry) => expect(registryOf(imageName(text))).toBe(registry))

it.each([
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', '123456789012', 'eu-west-1'],
  ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', '123456789012', 'us-gov-west-1'],
  ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', '123456789012', 'cn-north-1'],
  ['123456789012.dkr-ecr.eu-west-1.on.aws', '123456789012', 'eu-west-1'],
  ['${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com', '${ACCOUNT}', '${REGION}'],
])('%s is a private registry', (host, account, region) =>
  expect(ecrRegistry(host)).toEqual({ account, region }),
)

it('other hosts are no private registry', () => {
  expect(ecrRegistry('public.ecr.aws')).toBeUndefined()
  expect(ecrRegistry(undefined)).toBeUndefined()
})

it('knows what Docker takes for a repository', () => {
  expect(['app', 'team/app', 'a__b', 'a.b/c-d', '${TEAM}/app'].every(isRepositoryName)).toBe(true)
  expect(['', 'App', 'team/', 'IMAGE_TO_BE_REPLACED', 'a b'].some(isRepositoryName)).toBe(false)
})
