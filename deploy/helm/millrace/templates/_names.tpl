{{/* Names, labels and images. Most templates get (dict "root" $ "component" "ingest"). */}}

{{- define "millrace.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "millrace.name" -}}
{{- printf "%s-%s" (include "millrace.fullname" .root) .component -}}
{{- end -}}

{{- define "millrace.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{- define "millrace.labels" -}}
{{ include "millrace.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: millrace
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Of pods: without versions, which would restart what has not changed. */}}
{{- define "millrace.podLabels" -}}
{{ include "millrace.selector" . }}
app.kubernetes.io/part-of: millrace
{{- with .root.Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "millrace.metadata" -}}
name: {{ include "millrace.name" . }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "millrace.labels" . | nindent 2 }}
{{- end -}}

{{/* Of one of our own images: deploy/docker. */}}
{{- define "millrace.image" -}}
{{- $image := .root.Values.image -}}
{{- $name := printf "millrace-%s:%s" .app (default .root.Chart.AppVersion $image.tag) -}}
{{- with $image.repository -}}{{ trimSuffix "/" . }}/{{- end -}}{{ $name }}
{{- end -}}

{{/* The address of the only port of the API, inside of the cluster. */}}
{{- define "millrace.address" -}}
{{- if eq .Values.mode "standalone" -}}
http://{{ include "millrace.name" (dict "root" . "component" "standalone") }}:5000
{{- else -}}
http://{{ include "millrace.name" (dict "root" . "component" "gateway") }}:{{ .Values.gateway.service.port }}
{{- end -}}
{{- end -}}
