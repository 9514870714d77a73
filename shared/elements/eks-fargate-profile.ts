import { term } from '../texts/text'
import { item, line, list, map, spec, text } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'

/** CreateFargateProfile input. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html */
export const eksFargateProfile = defineKind({
  kind: 'eks-fargate-profile',
  label: 'EKS Fargate profile',
  summary: 'Says which pods of an EKS cluster run on Fargate, without nodes.',
  category: 'compute',
  keywords: ['kubernetes', 'serverless', 'pods'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
  icon: 'fargate',
  spec: spec({
    fargateProfileName: text('Name', 'Unique in the cluster.', { main: true }),
    clusterName: text('EKS cluster', 'The cluster whose pods it is about.', { control: 'reference' }),
    selectors: list(
      'Pod selectors',
      'A pod that one of them fits runs on Fargate; at most five.',
      item({
        namespace: text('Namespace', 'Kubernetes namespace of the pods; a star stands for anything.'),
        labels: map('Labels', 'Labels that the pods must have, too.'),
      }),
      { main: true },
    ),
    podExecutionRoleArn: text('Pod execution role', 'Lets Fargate pull images and send logs.', {
      main: true,
      control: 'reference',
    }),
    subnets: list('Subnets', 'Private ones, where pods get their addresses.', line, {
      main: true,
      control: 'reference',
    }),
    tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: (name) => ({ fargateProfileName: name, selectors: [{ namespace: 'default' }] }),
  name: '/fargateProfileName',
  attributes: { name: named('Name', '/fargateProfileName'), arn: { label: 'ARN' } },
  relations: [
    { path: '/clusterName', to: ['eks-cluster'], meaning: 'in-cluster', draw: 'inside' },
    {
      path: '/podExecutionRoleArn',
      to: ['iam-role'],
      meaning: 'service-role',
      draw: 'line',
      label: () => term('pod execution role'),
    },
    { path: '/subnets/*', to: ['subnet'], meaning: 'in-network', draw: 'line' },
  ],
})
