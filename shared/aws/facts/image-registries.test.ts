import { expect, it } from 'vitest'
import { dockerHubHosts, officialImages, publicRegistries, source } from './image-registries'

it('says where and when it was read', () => {
  expect(source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/)
})

it('anybody can pull from Docker Hub', () => {
  expect(dockerHubHosts.every((host) => publicRegistries.includes(host))).toBe(true)
})

it('official images are plain names', () => {
  expect([...officialImages].every((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toBe(true)
  expect(officialImages.has('nginx')).toBe(true)
})
