import { kinesisStream } from '../elements/kinesis-stream'
import { defineFigure } from './figure'
import { count, factLine } from './forms/marks'
import { node } from './forms/node'

export const kinesisStreamFigure = defineFigure({
  kind: kinesisStream,
  draw: (context) => {
    const { StreamModeDetails, ShardCount } = context.spec
    const onDemand = StreamModeDetails?.StreamMode === 'ON_DEMAND'
    return node(context, { fact: factLine(['Kinesis', onDemand ? 'on demand' : count(ShardCount, 'shard')]) })
  },
})
