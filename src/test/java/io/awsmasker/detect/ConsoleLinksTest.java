package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as the address bar shows them: what the console puts between the word for a thing and its name stays. */
class ConsoleLinksTest {
    private static final String CONSOLE = "https://eu-west-1.console.aws.amazon.com/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "iam/home#/roles/details/MusselPub?section=permissions ~ iam/home#/roles/details/<ROLE>?section=permissions",
                "iamv2/home#/users/details/ines.quay ~ iamv2/home#/users/details/<IAMUSER>",
                "iamv2/home?region=eu-west-1#/groups/details/dockers-2/edit ~ iamv2/home?region=eu-west-1#/groups/details/<IAMGROUP>/edit",
                "iam/home#/roles/arnold-pub ~ iam/home#/roles/<ROLE>",
                "iam/home#/roles?search=x and the search goes on ~ iam/home#/roles?search=x and the search goes on",
                "secretsmanager/secret?name=mussel%2Fprod%2Fdb&region=eu-west-1 ~ secretsmanager/secret?name=<SECRETNAME>&region=eu-west-1",
                "secretsmanager/secret?region=eu-west-1&name=mussel-db ~ secretsmanager/secret?region=eu-west-1&name=<SECRETNAME>",
                "ecr/repositories/private/897355541743/mussel/api?region=eu-west-1 ~ ecr/repositories/private/<ACCOUNT>/<ECR>?region=eu-west-1",
                "ecr/repositories/private/897355541743/mussel/_/image ~ ecr/repositories/private/<ACCOUNT>/<ECR>/_/image",
                "states/home#/statemachines/view/arn:aws:states:eu-west-1:897355541743:stateMachine:TideFlow ~ states/home#/statemachines/view/arn:aws:states:eu-west-1:<ACCOUNT>:stateMachine:<SFN>",
                "states/home#/statemachines/view/arn%3Aaws%3Astates%3Aeu-west-1%3A897355541743%3AstateMachine%3ATideFlow?type=standard ~ states/home#/statemachines/view/arn%3Aaws%3Astates%3Aeu-west-1%3A<ACCOUNT>%3AstateMachine%3A<SFN>?type=standard",
                "dynamodbv2/home?region=eu-west-1#table?name=mussel-orders ~ dynamodbv2/home?region=eu-west-1#table?name=<DDB>",
                "dynamodbv2/home#table?initialTagKey=&name=mussel-orders&tab=overview ~ dynamodbv2/home#table?initialTagKey=&name=<DDB>&tab=overview",
                "dynamodbv2/home#item-explorer?table=mussel-orders ~ dynamodbv2/home#item-explorer?table=<DDB>",
                "systems-manager/parameters/%252Fmussel%252Fprod%252Furl/description?region=eu-west-1 ~ systems-manager/parameters/<SSMPARAM>/description?region=eu-west-1",
                "cloudformation/home#/stacks/quickcreate?stackName=mussel-net ~ cloudformation/home#/stacks/quickcreate?stackName=<STACK>",
                "cloudformation/home#/stacks?filteringText=mussel-net&viewNested=true ~ cloudformation/home#/stacks?filteringText=<STACK>&viewNested=true",
                "rds/home?region=eu-west-1#database:id=mussel;is-cluster=false ~ rds/home?region=eu-west-1#database:id=<RDS>;is-cluster=false",
                "ec2/home#AutoScalingGroupDetails:id=mussel-asg;view=details ~ ec2/home#AutoScalingGroupDetails:id=<ASG>;view=details",
                "lambda/home#/functions/mussel-fn?tab=monitoring ~ lambda/home#/functions/<LAMBDA>?tab=monitoring",
                "codesuite/codepipeline/pipelines/mussel-release/view?region=eu-west-1 ~ codesuite/codepipeline/pipelines/<PIPELINE>/view?region=eu-west-1",
                "codesuite/codebuild/897355541743/projects/mussel-b/history ~ codesuite/codebuild/<ACCOUNT>/projects/<CODEBUILD>/history",
                "ecs/v2/clusters/mussel-c/services/mussel-s/health ~ ecs/v2/clusters/<CLUSTER>/services/<ECS>/health",
                "kinesis/home#/streams/details/mussel-clicks/monitoring ~ kinesis/home#/streams/details/<KINESIS>/monitoring",
                "events/home#/eventbus/mussel-bus/rules/nightly-x ~ events/home#/eventbus/<EVENTRULE>/rules/<EVENTRULE>",
                "glue/home#/v2/data-catalog/tables/view/mussel_t?database=x ~ glue/home#/v2/data-catalog/tables/view/<DDB>?database=x",
                "cloudwatch/home#dashboards/dashboard/mussel-d ~ cloudwatch/home#dashboards/dashboard/<ALARM>",
                "athena/home#/workgroups/details/mussel-wg/ ~ athena/home#/workgroups/details/<WORKGROUP>/",
                "cloudwatch/home#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fmussel/log-events ~ cloudwatch/home#logsV2:log-groups/log-group/<LOGGROUP>/log-events"
            })
    void namesAreFound(String link, String masked) {
        assertEquals(CONSOLE + masked, Texts.masked(CONSOLE + link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iam/home#/roles/create?step=selectEntities",
                "iam/home#/roles and then the details of it",
                "iam/home#/users/details/ and the view of the details",
                "lambda/home?region=eu-west-1#/functions/create?firstrun=true",
                "s3/buckets?region=eu-west-1&tab=general",
                "apprunner/home#/services/dashboard?tab=logs",
                "dynamodbv2/home#tables",
                "dynamodbv2/home#create-table",
                "systems-manager/parameters/?region=eu-west-1&tab=Table",
                "cloudwatch/home#alarmsV2:alarms/?search=",
                "ecr/private-registry/repositories?region=eu-west-1",
                "glue/home#/v2/data-catalog/databases",
                "ec2/home#LoadBalancers:",
                "states/home#/statemachines?type=standard&sort=name",
                "secretsmanager/newsecret?step=selectSecret",
                "secretsmanager/listsecrets"
            })
    void pagesAreNoNames(String link) {
        assertEquals(CONSOLE + link, Texts.masked(CONSOLE + link));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "https://signin.aws.amazon.com/switchrole?account=897355541743&roleName=MusselSw&displayName=mussel-prod ~ https://signin.aws.amazon.com/switchrole?account=<ACCOUNT>&roleName=<ROLE>&displayName=<RES>",
                "https://console.aws.amazon.com/x?templateUrl=https%3A%2F%2Fs3.amazonaws.com%2Fmussel-tpl%2Ft.yaml&a=b ~ https://console.aws.amazon.com/x?templateUrl=https%3A%2F%2Fs3.amazonaws.com%2F<BUCKET>%2Ft.yaml&a=b",
                "https://console.aws.amazon.com/sqs/v3/home#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F897355541743%2Fmussel-q ~ https://console.aws.amazon.com/sqs/v3/home#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F<ACCOUNT>%2F<SQS>"
            })
    void addressesInLinksAreFound(String link, String masked) {
        assertEquals(masked, Texts.masked(link));
    }
}
