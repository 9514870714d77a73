/** About this app. */
export const about = {
  what: 'Fairlead {{version}}: draw Amazon ECS architectures, check them against AWS’s documented rules, export what you drew.',
  limits: 'What this host can’t do',
  works: 'Work of others in Fairlead',
  findWork: 'Find a work or licence',
  licenceOf: 'Licence of {{name}}',
  awsTerms: 'AWS’s terms',
  licencesUnreadable: 'The licences can’t be read. They are in the file licences.json of the built app.',
  legal:
    'Fairlead is under the Apache License 2.0. AWS, Amazon ECS and AWS Fargate are trademarks of Amazon.com, Inc. or its affiliates; Fairlead is not affiliated with them.',
} as const
