import { kinesisStream } from '../elements/kinesis-stream'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const kinesisStreamFigure = defineFigure({
  kind: kinesisStream,
  draw: (context) => {
    const { StreamModeDetails, ShardCount } = context.spec
    const onDemand = StreamModeDetails?.StreamMode === 'ON_DEMAND'
    return node(context, { facts: ['Kinesis', onDemand ? term('on demand') : count(ShardCount, 'shard')] })
  },
})
