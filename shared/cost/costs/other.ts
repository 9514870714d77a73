import { dynamodbTable } from '../../elements/dynamodb-table'
import { eksFargateProfile } from '../../elements/eks-fargate-profile'
import { fsxLustre } from '../../elements/fsx-lustre'
import { fsxOntap } from '../../elements/fsx-ontap'
import { fsxOpenzfs } from '../../elements/fsx-openzfs'
import { fsxWindows } from '../../elements/fsx-windows'
import { kinesisStream } from '../../elements/kinesis-stream'
import { rdsDatabase } from '../../elements/rds-database'
import { s3Bucket } from '../../elements/s3-bucket'
import { s3filesFileSystem } from '../../elements/s3files-file-system'
import { snsTopic } from '../../elements/sns-topic'
import { sqsQueue } from '../../elements/sqs-queue'
import { webAcl } from '../../elements/web-acl'
import { term } from '../../texts/text'
import { defineCost } from '../cost'

/** What the table has no prices for: people may enter what it costs, from AWS's calculator or from a bill. */
export const other = defineCost({
  id: 'other',
  on: [
    dynamodbTable.kind,
    eksFargateProfile.kind,
    fsxLustre.kind,
    fsxOntap.kind,
    fsxOpenzfs.kind,
    fsxWindows.kind,
    kinesisStream.kind,
    rdsDatabase.kind,
    s3Bucket.kind,
    s3filesFileSystem.kind,
    snsTopic.kind,
    sqsQueue.kind,
    webAcl.kind,
  ],
  charges({ need }) {
    const dollars = need({ name: 'monthly', label: term('US dollars a month') })
    return dollars === undefined ? [] : [{ title: term('As entered'), times: [], of: [{ dollars }] }]
  },
})
