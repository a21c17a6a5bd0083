package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in columns, whose header says what they are: exports, reports, query results, the text output of the AWS CLI. */
class ColumnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "InstanceId,BucketName,Region$i-0abc1234def567890,harbour,eu-west-1$x,harbour-2,eu-west-1¦InstanceId,BucketName,Region$<EC2>,<BUCKET>,eu-west-1$x,<BUCKET>,eu-west-1",
                "\"TableName\",\"Items\"$\"parcels\",\"12\"¦\"TableName\",\"Items\"$\"<DDB>\",\"12\"",
                "cluster_name, role_name, status$quay, quay-nodes, ACTIVE¦cluster_name, role_name, status$<CLUSTER>, <ROLE>, ACTIVE",
                "DBInstanceIdentifier;DBName$stork;nests¦DBInstanceIdentifier;DBName$<RDS>;<DBNAME>",
                "FunctionName\tRuntime^$resize\tjava21^$thumbs\tjava21^$¦FunctionName\tRuntime^$<LAMBDA>\tjava21^$<LAMBDA>\tjava21^$",
                "Role name,Key name,Note$weir-ops,weirs,\"a, b\"¦Role name,Key name,Note$<ROLE>,<KEYPAIR>,\"a, b\"",
                "Name,Instance ID,State$heron-web-3,i-0abc1234def567890,running¦Name,Instance ID,State$<RES>,<EC2>,running",
                "lineItem/UsageType,lineItem/ResourceId,resourceTags/user:Name$Requests,heron-raw,heron-7$Requests,,¦lineItem/UsageType,lineItem/ResourceId,resourceTags/user:Name$Requests,<RES>,<RES>$Requests,,",
                "user,arn,mfa_active$gudrun,arn:aws:iam::897355541743:user/gudrun,true¦user,arn,mfa_active$<IAMUSER>,arn:aws:iam::<ACCOUNT>:user/<IAMUSER>,true",
                "User name,Password$gudrun-7,hunter22XyZ¦User name,Password$<IAMUSER>,<PASSWORD>",
                "Bucket,Key,Size$heron-lake,a/b.csv,12¦Bucket,Key,Size$<BUCKET>,a/b.csv,12",
                "here it is:$$BucketName,Owner$heron,ana$$done, said heron¦here it is:$$BucketName,Owner$<BUCKET>,ana$$done, said <BUCKET>",
                " bucket_name | region$-------------+-----------$ osprey      | eu-west-1$ osprey-2    | eu-west-1$(2 rows)¦ bucket_name | region$-------------+-----------$ <BUCKET>      | eu-west-1$ <BUCKET>    | eu-west-1$(2 rows)",
                "TABLENAMES\tlapwing$TABLENAMES\tlapwing-2¦TABLENAMES\t<DDB>$TABLENAMES\t<DDB>",
                "CLUSTERS\tsnipe¦CLUSTERS\t<CLUSTER>",
                "BUCKETS\t2023-05-12T08:10:11+00:00\tskua¦BUCKETS\t2023-05-12T08:10:11+00:00\t<BUCKET>",
                "OWNER\tops\t9f1c7e20b64d8a35f0e19b27c3d5a4861b7e9f02c4d6835a7e10f2b94c6d8e37¦OWNER\tops\t<CANONICALID>"
            })
    void holdNames(String text, String masked) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,age,city$Karl,31,Ulm",
                "Role,Level,User$developer,senior,yes$manager,junior,no",
                "RoleName,Count$n/a,3$not_supported,4$12,5",
                "bucketName, tableName,$queueName, topicName,",
                "The bucket, the role and the user,$are words, of a sentence,",
                "BucketName,Region$one cell$two-cells",
                "user,cluster$a-1,b-2,c-3",
                "TableName;\"open$quote-1;x",
                "a | user_name | b$x-1 | y-2 | z-3",
                "see shop/ledger-pw-3; and more$ledger_7 is slow; why",
                "STATUS\tin-sync$KEYS\tvalue-7"
            })
    void thatAreNoneStay(String text) {
        assertEquals(lines(text), Texts.masked(lines(text)));
    }

    /** Heads in the words of people, whose last ones name a thing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "Security group¦quay-web-sg¦<GROUPNAME>",
                "ECS cluster¦quay-web-7¦<CLUSTER>",
                "Our ECS cluster¦quay-web-7¦<CLUSTER>",
                "Target S3 bucket¦quay-web-7¦<BUCKET>",
                "The Lambda function¦quay-web-7¦<LAMBDA>",
                "User name¦quay-web-7¦quay-web-7",
                "Function of the part¦quay-web-7¦quay-web-7",
                "Lambda functions here¦quay-web-7¦quay-web-7",
                "The part¦quay-web-7¦quay-web-7",
            })
    void speakOfThings(String head, String cell, String masked) {
        String table = "| " + head + " | Count |\n|---|---|\n| %s | 12 |\n";
        assertEquals(table.formatted(masked), Texts.masked(table.formatted(cell)));
    }

    private static String lines(String text) {
        return text.replace('$', '\n').replace('^', '\r');
    }
}
