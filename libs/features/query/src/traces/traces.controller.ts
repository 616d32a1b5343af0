import { Controller, Get, Headers, Param, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { TracesService } from '@millrace/trace-access';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { ApiListOrTable, tableFormat } from '../tables/table-response.ts';
import { listTracesQuery, parseListTracesQuery } from './list-traces-query.ts';
import { attributeQuery, AttributeWindowDto } from './attribute-window.dto.ts';
import { SpanAnswerDto } from './spans.dto.ts';
import { MOST_OUTLINED, TraceOutlineDto } from './trace-outline.dto.ts';
import { requireSpanId, requireTraceId } from './trace-id.ts';
import { TraceListService } from './trace-list.service.ts';
import { readQuery, skeletonQuery, SpanPageDto, TraceDetailDto, TracePageDto } from './traces.dto.ts';

const TRACE_ID = { name: 'trace_id', description: '32 hex digits, with or without tr-' };
const SPAN_ID = { name: 'span_id', description: '16 hex digits' };

@ApiTags('traces')
@ApiHeader({ name: 'x-millrace-read-after', required: false, description: 'now: as consistency=strong' })
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/traces')
export class TracesController {
  constructor(
    private readonly traces: TracesService,
    private readonly lists: TraceListService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listTraces',
    summary: 'Find traces',
    description: 'Besides the fields below: tag.<key>=<value> and attribute.<key>=<value>.',
  })
  @ApiZodQuery(listTracesQuery)
  @ApiListOrTable(TracePageDto)
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query() input: Readonly<Record<string, unknown>>,
    @Headers('accept') accept: string | undefined,
  ): Promise<TracePageDto | StreamableFile> {
    const query = parseListTracesQuery(input);
    const format = tableFormat(query.format, accept);
    if (format !== undefined) return this.lists.table(workspaceId, query, format);
    const page = await this.lists.list(workspaceId, query);
    return new TracePageDto(page.traces, page.next);
  }

  @Get(':trace_id')
  @ApiOperation({ operationId: 'getTrace', summary: 'A trace and the first of its spans' })
  @ApiParam(TRACE_ID)
  @ApiZodQuery(readQuery)
  @ApiOkResponse({ type: TraceDetailDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('trace_id') id: string): Promise<TraceDetailDto> {
    const trace = await this.traces.get(workspaceId, requireTraceId(id));
    const page = await this.traces.readSkeleton(trace, { limit: skeletonQuery.parse({}).limit });
    return new TraceDetailDto(trace, page);
  }

  @Get(':trace_id/outline')
  @ApiOperation({
    operationId: 'getTraceOutline',
    summary: 'A trace, and of all its spans by column what a tree and timeline show',
    description: `The first ${MOST_OUTLINED} spans by start time; span_count of the trace says how many there are.`,
  })
  @ApiParam(TRACE_ID)
  @ApiZodQuery(readQuery)
  @ApiOkResponse({ type: TraceOutlineDto })
  async getOutline(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
  ): Promise<TraceOutlineDto> {
    const trace = await this.traces.get(workspaceId, requireTraceId(id));
    return new TraceOutlineDto(trace, await this.traces.readOutline(trace, MOST_OUTLINED));
  }

  @Get(':trace_id/spans')
  @ApiOperation({ operationId: 'listSpans', summary: 'Spans of a trace without payloads, by start time' })
  @ApiParam(TRACE_ID)
  @ApiZodQuery(skeletonQuery)
  @ApiOkResponse({ type: SpanPageDto })
  async listSpans(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
    @Query(new ZodPipe(skeletonQuery)) query: z.output<typeof skeletonQuery>,
  ): Promise<SpanPageDto> {
    const { limit, after } = query;
    const trace = await this.traces.get(workspaceId, requireTraceId(id));
    const window = { limit, ...(after !== undefined && { after }) };
    return new SpanPageDto(await this.traces.readSkeleton(trace, window));
  }

  @Get(':trace_id/spans/:span_id')
  @ApiOperation({ operationId: 'getSpan', summary: 'A span with its payloads; large values by reference' })
  @ApiParam(TRACE_ID)
  @ApiParam(SPAN_ID)
  @ApiZodQuery(readQuery)
  @ApiOkResponse({ type: SpanAnswerDto })
  async getSpan(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
    @Param('span_id') spanId: string,
  ): Promise<SpanAnswerDto> {
    const trace = await this.traces.get(workspaceId, requireTraceId(id));
    return new SpanAnswerDto(await this.traces.readSpan(trace, requireSpanId(spanId)));
  }

  @Get(':trace_id/spans/:span_id/attributes/:key')
  @ApiOperation({ operationId: 'getAttribute', summary: 'A part of the text of an attribute, however large' })
  @ApiParam(TRACE_ID)
  @ApiParam(SPAN_ID)
  @ApiParam({ name: 'key' })
  @ApiZodQuery(attributeQuery)
  @ApiOkResponse({ type: AttributeWindowDto })
  async getAttribute(
    @CurrentWorkspace() workspaceId: string,
    @Param() { trace_id, span_id, key }: { trace_id: string; span_id: string; key: string },
    @Query(new ZodPipe(attributeQuery)) window: z.output<typeof attributeQuery>,
  ): Promise<AttributeWindowDto> {
    const trace = await this.traces.get(workspaceId, requireTraceId(trace_id));
    const stored = await this.traces.readSpan(trace, requireSpanId(span_id));
    return new AttributeWindowDto(key, await this.traces.readAttribute(stored, key, window));
  }

  @Get(':trace_id/spans/:span_id/resource/:key')
  @ApiOperation({
    operationId: 'getResourceAttribute',
    summary: "A part of the text of an attribute of the span's resource, however large",
  })
  @ApiParam(TRACE_ID)
  @ApiParam(SPAN_ID)
  @ApiParam({ name: 'key' })
  @ApiZodQuery(attributeQuery)
  @ApiOkResponse({ type: AttributeWindowDto })
  async getResourceAttribute(
    @CurrentWorkspace() workspaceId: string,
    @Param() { trace_id, span_id, key }: { trace_id: string; span_id: string; key: string },
    @Query(new ZodPipe(attributeQuery)) window: z.output<typeof attributeQuery>,
  ): Promise<AttributeWindowDto> {
    const trace = await this.traces.get(workspaceId, requireTraceId(trace_id));
    const stored = await this.traces.readSpan(trace, requireSpanId(span_id));
    return new AttributeWindowDto(key, await this.traces.readResourceAttribute(stored, key, window));
  }
}
