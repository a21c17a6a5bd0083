package io.awsmasker.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Answers of the AWS CLI as {@code --output json} writes them, as many as are asked for: instances, security groups,
 * roles, functions, databases, log groups. The same seed gives the same text; every identifier is made up.
 */
public final class AwsCliJson {
    private static final List<String> TEAMS =
            List.of("billing", "orders", "search", "ledger", "media", "auth", "ingest");
    private static final List<String> STAGES = List.of("prod", "stage", "test");
    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "eu-central-1");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private AwsCliJson(long seed) {
        random = new Random(seed);
    }

    /** One list of answers of about {@code bytes} bytes, all of them ASCII. */
    public static byte[] bytes(int bytes, long seed) {
        AwsCliJson json = new AwsCliJson(seed);
        json.text.append("[\n");
        while (json.text.length() < bytes) {
            json.answer();
        }
        json.text.setLength(bytes);
        return json.text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void answer() {
        switch (random.nextInt(10)) {
            case 0 -> role();
            case 1 -> function();
            case 2 -> database();
            case 3 -> securityGroup();
            case 4 -> logGroup();
            default -> instance();
        }
    }

    private void instance() {
        String subnet = "subnet-" + hex(17);
        String vpc = "vpc-" + hex(17);
        String address = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
        String region = pick(REGIONS);
        write("""
                    {
                        "Groups": [],
                        "Instances": [
                            {
                                "AmiLaunchIndex": 0,
                                "ImageId": "ami-%1$s",
                                "InstanceId": "i-%2$s",
                                "InstanceType": "m5.2xlarge",
                                "LaunchTime": "2026-03-%3$02dT08:%4$02d:45+00:00",
                                "Monitoring": {
                                    "State": "disabled"
                                },
                                "Placement": {
                                    "AvailabilityZone": "%5$sa",
                                    "GroupName": "",
                                    "Tenancy": "default"
                                },
                                "PrivateDnsName": "ip-%6$s.%5$s.compute.internal",
                                "PrivateIpAddress": "%7$s",
                                "ProductCodes": [],
                                "PublicDnsName": "",
                                "State": {
                                    "Code": 16,
                                    "Name": "running"
                                },
                                "StateTransitionReason": "",
                                "SubnetId": "%8$s",
                                "VpcId": "%9$s",
                                "Architecture": "x86_64",
                                "BlockDeviceMappings": [
                                    {
                                        "DeviceName": "/dev/xvda",
                                        "Ebs": {
                                            "AttachTime": "2026-03-%3$02dT08:%4$02d:46+00:00",
                                            "DeleteOnTermination": true,
                                            "Status": "attached",
                                            "VolumeId": "vol-%10$s"
                                        }
                                    }
                                ],
                                "ClientToken": "%11$s",
                                "EbsOptimized": false,
                                "EnaSupport": true,
                                "Hypervisor": "xen",
                                "IamInstanceProfile": {
                                    "Arn": "arn:aws:iam::897355541743:instance-profile/%12$s-node",
                                    "Id": "AIPA%13$s"
                                },
                                "NetworkInterfaces": [
                                    {
                                        "Attachment": {
                                            "AttachmentId": "eni-attach-%14$s",
                                            "DeleteOnTermination": true,
                                            "DeviceIndex": 0,
                                            "Status": "attached",
                                            "NetworkCardIndex": 0
                                        },
                                        "Description": "",
                                        "Groups": [
                                            {
                                                "GroupName": "%12$s-web",
                                                "GroupId": "sg-%15$s"
                                            }
                                        ],
                                        "Ipv6Addresses": [],
                                        "MacAddress": "%16$s",
                                        "NetworkInterfaceId": "eni-%17$s",
                                        "OwnerId": "897355541743",
                                        "PrivateIpAddress": "%7$s",
                                        "SourceDestCheck": true,
                                        "Status": "in-use",
                                        "SubnetId": "%8$s",
                                        "VpcId": "%9$s",
                                        "InterfaceType": "interface"
                                    }
                                ],
                                "RootDeviceName": "/dev/xvda",
                                "RootDeviceType": "ebs",
                                "SecurityGroups": [
                                    {
                                        "GroupName": "%12$s-web",
                                        "GroupId": "sg-%15$s"
                                    }
                                ],
                                "Tags": [
                                    {
                                        "Key": "Name",
                                        "Value": "%12$s-%18$d"
                                    },
                                    {
                                        "Key": "aws:autoscaling:groupName",
                                        "Value": "%12$s-asg"
                                    }
                                ],
                                "VirtualizationType": "hvm",
                                "CpuOptions": {
                                    "CoreCount": 4,
                                    "ThreadsPerCore": 2
                                }
                            }
                        ],
                        "OwnerId": "897355541743",
                        "ReservationId": "r-%19$s"
                    },
                """.formatted(
                        hex(17),
                        hex(17),
                        1 + random.nextInt(28),
                        random.nextInt(60),
                        region,
                        address.replace('.', '-'),
                        address,
                        subnet,
                        vpc,
                        hex(17),
                        uuid(),
                        name(),
                        upper(17),
                        hex(17),
                        hex(17),
                        mac(),
                        hex(17),
                        random.nextInt(40),
                        hex(17)));
    }

    private void role() {
        String name = name() + "-role";
        write("""
                    {
                        "Path": "/service/",
                        "RoleName": "%1$s",
                        "RoleId": "AROA%2$s",
                        "Arn": "arn:aws:iam::897355541743:role/service/%1$s",
                        "CreateDate": "2025-11-%3$02dT10:01:22+00:00",
                        "AssumeRolePolicyDocument": {
                            "Version": "2012-10-17",
                            "Statement": [
                                {
                                    "Effect": "Allow",
                                    "Principal": {
                                        "Service": "ec2.amazonaws.com"
                                    },
                                    "Action": "sts:AssumeRole"
                                }
                            ]
                        },
                        "Description": "Lets the nodes of %4$s read their settings and write their logs, nothing more.",
                        "MaxSessionDuration": 3600
                    },
                """.formatted(name, upper(17), 1 + random.nextInt(28), pick(TEAMS)));
    }

    private void function() {
        String region = pick(REGIONS);
        write("""
                    {
                        "FunctionName": "%1$s",
                        "FunctionArn": "arn:aws:lambda:%2$s:897355541743:function:%1$s",
                        "Runtime": "python3.12",
                        "Role": "arn:aws:iam::897355541743:role/%1$s-exec",
                        "Handler": "app.handler",
                        "CodeSize": %3$d,
                        "Timeout": 30,
                        "MemorySize": 512,
                        "LastModified": "2026-02-11T14:03:55.118+0000",
                        "CodeSha256": "%4$s=",
                        "Version": "$LATEST",
                        "Environment": {
                            "Variables": {
                                "BUCKET": "%5$s-data-%6$s",
                                "LOG_LEVEL": "info",
                                "TABLE_NAME": "%5$s"
                            }
                        },
                        "TracingConfig": {
                            "Mode": "PassThrough"
                        },
                        "RevisionId": "%7$s",
                        "State": "Active",
                        "PackageType": "Zip"
                    },
                """.formatted(
                        name() + "-fn", region, 1000 + random.nextInt(9_000_000), mixed(43), name(), hex(6), uuid()));
    }

    private void database() {
        String name = name() + "-" + hex(2);
        String region = pick(REGIONS);
        write("""
                    {
                        "DBInstanceIdentifier": "%1$s",
                        "DBInstanceClass": "db.r6g.large",
                        "Engine": "postgres",
                        "DBInstanceStatus": "available",
                        "MasterUsername": "%2$s_admin",
                        "Endpoint": {
                            "Address": "%1$s.c%3$s.%4$s.rds.amazonaws.com",
                            "Port": 5432,
                            "HostedZoneId": "Z%5$s"
                        },
                        "AllocatedStorage": 200,
                        "PreferredBackupWindow": "03:11-03:41",
                        "KmsKeyId": "arn:aws:kms:%4$s:897355541743:key/%6$s",
                        "DbiResourceId": "db-%7$s",
                        "DBInstanceArn": "arn:aws:rds:%4$s:897355541743:db:%1$s",
                        "MultiAZ": true,
                        "EngineVersion": "16.3"
                    },
                """.formatted(name, pick(TEAMS), hex(11), region, upper(13), uuid(), upper(26)));
    }

    private void securityGroup() {
        write("""
                    {
                        "Description": "Web servers of %1$s",
                        "GroupName": "%1$s-web",
                        "IpPermissions": [
                            {
                                "FromPort": 443,
                                "IpProtocol": "tcp",
                                "IpRanges": [
                                    {
                                        "CidrIp": "10.%2$d.0.0/16",
                                        "Description": "the house"
                                    },
                                    {
                                        "CidrIp": "52.18.%3$d.0/24"
                                    }
                                ],
                                "Ipv6Ranges": [
                                    {
                                        "CidrIpv6": "2a05:d018:%4$s::/48"
                                    }
                                ],
                                "PrefixListIds": [],
                                "ToPort": 443,
                                "UserIdGroupPairs": []
                            }
                        ],
                        "OwnerId": "897355541743",
                        "GroupId": "sg-%5$s",
                        "VpcId": "vpc-%6$s"
                    },
                """.formatted(name(), random.nextInt(256), random.nextInt(256), hex(4), hex(17), hex(17)));
    }

    private void logGroup() {
        write("""
                    {
                        "logGroupName": "/aws/lambda/%1$s",
                        "creationTime": 17%2$d,
                        "retentionInDays": 30,
                        "metricFilterCount": 0,
                        "arn": "arn:aws:logs:%3$s:897355541743:log-group:/aws/lambda/%1$s:*",
                        "storedBytes": %4$d
                    },
                """.formatted(
                name() + "-fn", 10_000_000_000L + random.nextInt(), pick(REGIONS), random.nextInt(1_000_000_000)));
    }

    private void write(String record) {
        text.append(record);
    }

    private String name() {
        return pick(TEAMS) + "-" + pick(STAGES) + "-" + random.nextInt(30);
    }

    private String hex(int length) {
        return letters("0123456789abcdef", length);
    }

    private String upper(int length) {
        return letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
    }

    private String mixed(int length) {
        return letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", length);
    }

    private String letters(String alphabet, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private String mac() {
        StringBuilder mac = new StringBuilder("0a");
        for (int i = 0; i < 5; i++) {
            mac.append(':').append(hex(2));
        }
        return mac.toString();
    }

    private String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
