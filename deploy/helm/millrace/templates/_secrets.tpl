{{/* Secrets that are made here: given, else kept from the release before, else new. */}}

{{- define "millrace.secret" -}}
apiVersion: v1
kind: Secret
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "millrace.labels" (dict "root" .root) | nindent 4 }}
  annotations:
    {{- toYaml .annotations | nindent 4 }}
type: Opaque
stringData:
  {{- .content | trim | nindent 2 }}
{{- end -}}

{{- define "millrace.kept" -}}
{{- $found := lookup "v1" "Secret" .root.Release.Namespace .secret -}}
{{- if .given -}}{{ .given }}
{{- else if and $found (hasKey (default dict $found.data) .key) -}}{{ index $found.data .key | b64dec }}
{{- else -}}{{ .new }}
{{- end -}}
{{- end -}}

{{- define "millrace.secretName" -}}
{{- default (include "millrace.fullname" .) .Values.secrets.existingSecret -}}
{{- end -}}

{{- define "millrace.ownSecrets" -}}
{{- $secret := include "millrace.fullname" . -}}
{{- with .Values.secrets }}
admin-password: {{ include "millrace.kept" (dict "root" $ "secret" $secret "key" "admin-password" "given" .adminPassword "new" (randAlphaNum 24)) | quote }}
secret-key: {{ include "millrace.kept" (dict "root" $ "secret" $secret "key" "secret-key" "given" .secretKey "new" (randBytes 32)) | quote }}
metrics-token: {{ include "millrace.kept" (dict "root" $ "secret" $secret "key" "metrics-token" "given" .metricsToken "new" (randAlphaNum 32)) | quote }}
{{- end }}
{{- end -}}

{{/* Addresses of stores that were given with their passwords, and passwords of the bundled ones. */}}
{{- define "millrace.storeSecrets" -}}
{{- $secret := printf "%s-stores" (include "millrace.fullname" .) -}}
{{- range $store := list "clickhouse" "postgres" "redis" }}
{{- with (index $.Values $store).url }}
{{ $store }}-url: {{ . | quote }}
{{- end }}
{{- end }}
{{- range $store := list "clickhouse" "postgres" "redis" "blobs" }}
{{- if include "millrace.isBundled" (dict "root" $ "store" $store) }}
{{ $store }}-password: {{ include "millrace.kept" (dict "root" $ "secret" $secret "key" (printf "%s-password" $store) "new" (randAlphaNum 24)) | quote }}
{{- end }}
{{- end }}
{{- end -}}
