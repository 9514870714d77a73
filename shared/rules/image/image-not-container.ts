import { taskDefinition } from '../../elements/task-definition'
import { imagesOf, otherThanImage, shownImage } from '../images'
import { defineRule } from '../rule'
import { IMAGE, withImage } from './examples'

export const imageNotContainer = defineRule({
  id: 'image-not-container',
  severity: 'error',
  on: [taskDefinition],
  title: 'ECS runs container images only',
  message: '“{image}” is a file, not a container image; build an image from it and push it to a registry.',
  variants: {
    machine:
      '“{image}” is a machine image (AMI); it starts instances. A container needs a container image of a registry.',
    function: '“{image}” is a Lambda function; a container needs a container image of a registry.',
  },
  why: 'A task starts from images in the Docker or OCI format, which a registry hands out in layers. Machine images, packages for Lambda and archives are other formats, and ECS can’t start them.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, graph, report }) {
    for (const image of imagesOf(graph, id)) {
      const other = otherThanImage(image.text)
      if (other === undefined) continue
      report({
        at: image.at,
        values: { image: shownImage(graph, image) },
        ...(other !== 'file' && { variant: other }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a container image': withImage('nginx:1.27'),
      'an image about machine images': withImage('team/ami-builder:1'),
      'a repository that is called like a file, with a tag': withImage('team/unpack.zip:1'),
    },
    invalid: {
      'an AMI': { design: withImage('ami-0123456789abcdef0'), element: 'task', at: IMAGE },
      'AWS’s parameter of an AMI': {
        design: withImage(
          'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
        ),
        element: 'task',
        at: IMAGE,
      },
      'a Lambda function': {
        design: withImage('arn:aws:lambda:eu-west-1:123456789012:function:resize'),
        element: 'task',
        at: IMAGE,
      },
      'an archive in S3': { design: withImage('s3://releases/app.zip'), element: 'task', at: IMAGE },
    },
  }),
})
