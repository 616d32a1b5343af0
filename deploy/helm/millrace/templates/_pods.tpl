{{/* What pods of ours have in common. */}}

{{/* The values of a service over those of all. */}}
{{- define "millrace.podValues" -}}
{{- mergeOverwrite (deepCopy .root.Values.pods) (deepCopy (index .root.Values .values)) | toYaml -}}
{{- end -}}

{{- define "millrace.accountName" -}}
{{- with .pod.serviceAccount -}}
{{- if .create -}}{{ default (include "millrace.name" $) .name }}{{- else -}}{{ default "default" .name }}{{- end -}}
{{- end -}}
{{- end -}}

{{/* What changes only with a new pod: without its sum a change of settings would wait for the next restart. */}}
{{- define "millrace.checksums" -}}
checksum/settings: {{ .Values.settings | toJson | sha256sum }}
checksum/secrets: {{ list .Values.secrets .Values.clickhouse.url .Values.postgres.url .Values.redis.url | toJson | sha256sum }}
{{- end -}}

{{/* The restricted Pod Security Standard. */}}
{{- define "millrace.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "millrace.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{- define "millrace.imagePull" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* The container of an app, without probes: (dict "root" "app" "stores" "pod"), and "command" if it is not the app's. */}}
{{- define "millrace.container" -}}
image: {{ include "millrace.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
command: {{ default (list "node" "--enable-source-maps" (printf "dist/%s/main.js" .app)) .command | toJson }}
securityContext:
  {{- include "millrace.containerSecurity" . | nindent 2 }}
resources:
  {{- toYaml .pod.resources | nindent 2 }}
volumeMounts:
  {{- include "millrace.volumeMounts" . | nindent 2 }}
{{- end -}}

{{- define "millrace.environment" -}}
- name: MILLRACE_HOST
  value: 0.0.0.0
# Of the container's limit. Left alone, Node takes a quarter.
- name: NODE_OPTIONS
  value: --max-old-space-size-percentage=60
{{ include "millrace.callerEnvironment" .root }}
{{- range .stores }}
{{ include "millrace.storeEnvironment" (dict "root" $.root "store" .) }}
{{- end }}
{{- if .root.Values.certificateAuthority.configMap }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/millrace/certificate-authority/{{ .root.Values.certificateAuthority.key }}
{{- end }}
{{- if has .app (list "registry" "evaluator" "standalone") }}
- name: MILLRACE_SECRET_KEY
  valueFrom: { secretKeyRef: { name: {{ include "millrace.secretName" .root }}, key: secret-key } }
{{- end }}
{{- if has .app (list "registry" "standalone") }}
{{ include "millrace.accountEnvironment" .root }}
{{- end }}
{{- with .pod.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Who may call, and from where. */}}
{{- define "millrace.callerEnvironment" -}}
- name: MILLRACE_AUTHENTICATION
  value: {{ ternary "on" "off" .Values.authentication.enabled | quote }}
{{- if not .Values.authentication.enabled }}
- name: MILLRACE_ALLOW_UNAUTHENTICATED
  value: 'true'
{{- end }}
- name: MILLRACE_METRICS_TOKEN
  valueFrom: { secretKeyRef: { name: {{ include "millrace.secretName" . }}, key: metrics-token } }
{{- with .Values.trustedProxies }}
- name: MILLRACE_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end -}}

{{/* Who signs in. */}}
{{- define "millrace.accountEnvironment" -}}
- name: MILLRACE_ADMIN_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ include "millrace.secretName" . }}, key: admin-password } }
{{- with .Values.authentication.publicUrl }}
- name: MILLRACE_PUBLIC_URL
  value: {{ . | quote }}
{{- end }}
{{- with .Values.authentication.oidc }}
{{- if .issuer }}
- name: MILLRACE_OIDC_ISSUER
  value: {{ .issuer | quote }}
- name: MILLRACE_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
- name: MILLRACE_OIDC_CLIENT_SECRET
  valueFrom: { secretKeyRef: { name: {{ .existingSecret.name }}, key: {{ .existingSecret.key }} } }
{{- end }}
{{- end }}
{{- end -}}

{{- define "millrace.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if and .root.Values.kafka.tls.existingSecret (has "kafka" .stores) }}
- name: kafka-tls
  mountPath: /etc/millrace/kafka-tls
  readOnly: true
{{- end }}
{{- if .root.Values.certificateAuthority.configMap }}
- name: certificate-authority
  mountPath: /etc/millrace/certificate-authority
  readOnly: true
{{- end }}
{{- with .pod.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "millrace.volumes" -}}
- name: tmp
  emptyDir: {}
{{- if and .root.Values.kafka.tls.existingSecret (has "kafka" .stores) }}
- name: kafka-tls
  secret: { secretName: {{ .root.Values.kafka.tls.existingSecret }} }
{{- end }}
{{- if .root.Values.certificateAuthority.configMap }}
- name: certificate-authority
  configMap: { name: {{ .root.Values.certificateAuthority.configMap }} }
{{- end }}
{{- with .pod.volumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Of a service: it says by itself whether it lives and whether it can work. */}}
{{- define "millrace.probes" -}}
startupProbe:
  httpGet: { path: /health/live, port: http }
  periodSeconds: 2
  failureThreshold: 90
livenessProbe:
  httpGet: { path: /health/live, port: http }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /health/ready, port: http }
  periodSeconds: 5
  timeoutSeconds: 5
# Calls that come until every proxy has heard that this pod ends are still answered.
lifecycle:
  preStop: { sleep: { seconds: 5 } }
{{- end -}}

{{- define "millrace.placement" -}}
{{- with .pod.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .pod.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .pod.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .pod.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .pod.spreadOver }}
topologySpreadConstraints:
  {{- range . }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "millrace.selector" $ | nindent 8 }}
  {{- end }}
{{- end }}
{{- end -}}
