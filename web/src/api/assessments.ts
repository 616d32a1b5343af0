import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Assessment = Schemas['Assessment'];
export type NewAssessment = Omit<Partial<Schemas['CreateAssessmentBody']>, 'name'> &
  Pick<Schemas['CreateAssessmentBody'], 'name'>;
export type AssessmentChange = Schemas['UpdateAssessmentBody'];

const keyOf = (traceId: string) => ['traces', traceId, 'assessments'] as const;

/** All that was said about a trace and its spans, oldest first, overridden ones too; what this page has just said is among it. */
export const assessmentsQuery = (traceId: string) =>
  queryOptions({
    queryKey: keyOf(traceId),
    queryFn: async ({ signal }) => {
      const params = { path: { trace_id: traceId }, query: { consistency: 'strong' as const } };
      const { assessments } = await dataOf(
        api.GET('/api/v1/traces/{trace_id}/assessments', { params, signal }),
      );
      return assessments;
    },
  });

/** Says something new about a trace. */
export function useCreateAssessment(traceId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAssessment) =>
      dataOf(
        api.POST('/api/v1/traces/{trace_id}/assessments', {
          params: { path: { trace_id: traceId } },
          body: body as Schemas['CreateAssessmentBody'],
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(traceId) }),
  });
}

export function useUpdateAssessment({ trace_id: traceId, assessment_id: id }: Assessment) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AssessmentChange) =>
      dataOf(
        api.PATCH('/api/v1/traces/{trace_id}/assessments/{assessment_id}', {
          params: { path: { trace_id: traceId, assessment_id: id } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(traceId) }),
  });
}

export function useDeleteAssessment({ trace_id: traceId, assessment_id: id }: Assessment) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.DELETE('/api/v1/traces/{trace_id}/assessments/{assessment_id}', {
          params: { path: { trace_id: traceId, assessment_id: id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(traceId) }),
  });
}
