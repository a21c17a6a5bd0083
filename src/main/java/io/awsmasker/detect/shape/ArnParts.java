package io.awsmasker.detect.shape;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of a service's ARNs are names and of what type. Types come from the catalogue; the words listed here name
 * kinds of resources and are the same for every customer, so they stay.
 */
final class ArnParts {
    /** Services whose resources have customers' names although their ARNs carry no account. */
    private static final Set<String> NAMES_WITHOUT_ACCOUNT =
            Words.set("s3 s3express route53 apigateway cloudfront ec2 iam sts elasticbeanstalk sqs sns lambda dynamodb "
                    + "rds kms logs execute-api acm");

    /** Services whose resource part has no word for the kind in front. */
    private static final Set<String> NO_KIND = Words.set("s3 sqs sns execute-api codecommit");

    /** Services whose names contain slashes. */
    private static final Set<String> NAMES_WITH_SLASHES = Words.set("secretsmanager ssm ecr logs");

    private static final Set<String> ALWAYS_KEPT = Words.set(
            "root invocations $LATEST aws functions service-role aws-service-role aws-reserved accelerator "
                    + "token.actions.githubusercontent.com accounts.google.com gitlab.com app.terraform.io "
                    + "INTERACTIONS cis-aws-foundations-benchmark aws-foundational-security-best-practices pci-dss nist-800-53");

    private static final Set<String> KEPT =
            Words.set("root service-role aws-service-role aws-reserved sso.amazonaws.com aws index stream log-stream "
                    + "consumer autoScalingGroupName launchConfigurationName policyName resource stages resources "
                    + "apis apikeys usageplans keys clientcertificates methods GET POST PUT DELETE PATCH ANY HEAD OPTIONS app net gwy object outpost accesspoint "
                    + "bucket invocations integrations functions models authorizers routes deployments GCM APNS "
                    + "APNS_SANDBOX ADM id default $LATEST restapis domainnames vpclinks service_control_policy "
                    + "tag_policy backup_policy invite regional global webacl rulegroup ipset managedruleset backup "
                    + "export snapshot rds group ecs dynamodb spotfleet role user function table service quickconnect "
                    + "federated-user layer endpoint * channel stage project instance product subscription control "
                    + "workgroup workteam private-crowd public-crowd run database userDefinedFunction environment "
                    + "application applicationversion component configurationtemplate platform deviceprofile build "
                    + "report report-group queue operating-system cluster lambda listener finding catalog custom s3 sqs sns path 2015-03-31 "
                    + "greengrass definition groups versions version template volume target reference subscriptions cores devices "
                    + "device connectors loggers bulk certificateauthorities certificate virtualRouter "
                    + "virtualNode virtualService virtualGateway route gatewayRoute routingrules applications "
                    + "attribute-groups filter code-review agent agent-group security-profile contact contact-flow "
                    + "phone-number fhir imageset readSet dataset service-instance pipeline regexpatternset "
                    + "scalingPolicy http v virtualclusters jobruns jobtemplates managedendpoints endpoints branches jobs "
                    + "domains types fields datasources campaigns segments journeys originEndpoint routing-profile "
                    + "transfer-destination operating-hours agent-state prompt hierarchy-group object-types archive-rule "
                    + "feature launch experiment data-source faq execution keyspace domain endpoint-group entity scene "
                    + "configuration configurations configuredtableassociation Instance Disk StaticIp ContainerService "
                    + "LoadBalancer RelationalDatabase WirelessDevice WirelessGateway DeviceProfile JupyterLab "
                    + "KernelGateway JupyterServer CodeEditor npm pypi maven nuget");

    /** What AWS itself has made in each account, and what everybody calls the stages of an API. */
    private static final Set<String> EVERYBODYS = Words.set(
            "event-bus/default schedule-group/default workgroup/primary /prod /dev /test /staging /stage /v1");

    /** Kinds directly behind which nothing but a name can stand, whatever word it is. */
    private static final Set<String> NAMED = Words.set("iam:user iam:group iam:instance-profile sts:assumed-role "
            + "sts:federated-user lambda:function lambda:layer dynamodb:table ecs:cluster ecs:service "
            + "ecs:task-definition eks:cluster eks:nodegroup rds:db rds:cluster rds:snapshot rds:cluster-snapshot "
            + "secretsmanager:secret ssm:parameter kms:alias states:stateMachine states:execution kinesis:stream "
            + "firehose:deliverystream cloudformation:stack cloudwatch:alarm cloudtrail:trail ecr:repository "
            + "ec2:key-pair elasticache:cluster redshift:cluster es:domain glue:database logs:log-group");

    /** From how many digits a number directly behind a kind is what a service has numbered its things with. */
    private static final int SHORTEST_NUMBER = 5;

    private static final Reading OTHER = new Reading("", new HashMap<>(Map.of("*", IdentifierType.RES)));

    private final Map<String, Reading> readings = new HashMap<>();

    ArnParts() {
        for (IdentifierType type : IdentifierType.values()) {
            for (String part : type.grammar().arns()) {
                int colon = part.indexOf(':');
                String service = part.substring(0, colon);
                readings.computeIfAbsent(service, s -> new Reading(s, new HashMap<>()))
                        .types
                        .put(part.substring(colon + 1), type);
            }
        }
    }

    Reading of(String service) {
        return readings.getOrDefault(service, OTHER);
    }

    boolean ownsNamesWithoutAccount(String service) {
        return NAMES_WITHOUT_ACCOUNT.contains(service);
    }

    /** How the resource part of one service is read. */
    static final class Reading {
        private final String service;
        private final Map<String, IdentifierType> types;
        private final boolean noKind;

        private Reading(String service, Map<String, IdentifierType> types) {
            this.service = service;
            this.types = types;
            this.noKind = NO_KIND.contains(service);
        }

        /** Where the segment that begins at {@code at} ends: at a colon, and at a slash unless names contain them. */
        int segmentEnd(byte[] text, int at, int to, int segment) {
            boolean slashes = segment > 0 && NAMES_WITH_SLASHES.contains(service);
            int i = at;
            while (i < to) {
                if (text[i] == ':'
                        || (text[i] == '/' && !slashes)
                        || (text[i] == '%' && Arns.separatorEnd(text, i, to) > 0)) {
                    return i;
                }
                i++;
            }
            return to;
        }

        /** Whether the first segment says what kind of resource follows; kinds begin with a small letter. */
        boolean startsWithKind(String word, boolean last, boolean account) {
            boolean kind =
                    !word.isEmpty() && !Character.isUpperCase(word.charAt(0)) && !Character.isDigit(word.charAt(0));
            boolean none = noKind && !(service.equals("s3") && account);
            return word.isEmpty()
                    ? !last
                    : !none && kind && (!last || KEPT.contains(word) || ALWAYS_KEPT.contains(word));
        }

        /** Whether a segment is a word of AWS, a version, a time or a wildcard. */
        boolean keeps(String word, String kind, int segment, boolean last) {
            if (word.isEmpty()
                    || ALWAYS_KEPT.contains(word)
                    || (last && (segment == 1 || segment > 2) && EVERYBODYS.contains(kind + '/' + word))
                    || (!last && KEPT.contains(word) && !named(kind, segment))) {
                return true;
            }
            boolean wild = (word.startsWith("${") && word.endsWith("}")) || only(word, "*?");
            boolean number = segment > 0 && word.length() <= 10 && only(word, "0123456789.");
            boolean version = number && (segment > 1 || word.length() < SHORTEST_NUMBER || word.indexOf('.') > 0);
            boolean time = word.length() >= 10
                    && word.startsWith("20")
                    && word.indexOf('-') > 0
                    && only(word, "0123456789-:.TZ");
            boolean linked = word.startsWith("AWSServiceRoleFor")
                    || word.endsWith(".amazonaws.com")
                    || word.startsWith("AWS-")
                    || (word.startsWith("L-") && word.length() == 10);
            return wild || version || time || linked || control(word, kind, segment);
        }

        /** {@code EC2.18} of Security Hub, which are the same for everybody. */
        private boolean control(String word, String kind, int segment) {
            int point = word.indexOf('.');
            return point > 0
                    && segment > 0
                    && (kind.endsWith("control") || kind.equals("subscription"))
                    && Character.isUpperCase(word.charAt(0))
                    && only(word.substring(point + 1), "0123456789");
        }

        private boolean named(String kind, int segment) {
            return segment == 0
                    ? noKind && !service.equals("sns")
                    : segment == 1 && NAMED.contains(service + ":" + kind);
        }

        private static boolean only(String word, String letters) {
            for (int i = 0; i < word.length(); i++) {
                if (letters.indexOf(word.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }

        /** In S3 only the bucket is a name; a key is free text. */
        boolean onlyFirst(int names) {
            return names > 0 && service.startsWith("s3");
        }

        IdentifierType type(String kind, int level) {
            IdentifierType exact = types.get(kind + "/" + level);
            IdentifierType ofKind = exact != null ? exact : types.get(kind);
            IdentifierType ofService = ofKind != null ? ofKind : types.get("*");
            return ofService != null ? ofService : IdentifierType.RES;
        }
    }
}
