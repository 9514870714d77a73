import { spec, text } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'

/** An AWS Region. Nothing creates it: the spec is what DescribeRegions tells of it. */
export const region = defineKind({
  kind: 'region',
  label: 'Region',
  summary: 'An AWS Region, as a frame for what is in it.',
  category: 'general',
  keywords: ['location'],
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
  icon: 'region',
  spec: spec({
    RegionName: text('Region', 'Code, such as ap-northeast-2.', { main: true }),
  }),
  defaults: () => ({}),
  name: '/RegionName',
  attributes: { name: named('Name', '/RegionName') },
  relations: [],
  frame: true,
  places: ['*'],
})
