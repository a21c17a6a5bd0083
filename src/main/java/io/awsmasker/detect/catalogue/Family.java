package io.awsmasker.detect.catalogue;

import java.util.Locale;

/** Types that are switched on and off together. Each family is one setting, named by {@link #switchName()}. */
public enum Family {
    EC2_INSTANCES,
    AMI_IMAGES,
    EBS_VOLUMES,
    VPCS,
    SUBNETS,
    SECURITY_GROUPS,
    NETWORK_INTERFACES,
    GATEWAYS,
    OUTPOSTS,
    LOAD_BALANCERS,
    S3_BUCKETS,
    FILE_SYSTEMS,
    BACKUPS,
    RDS_INSTANCES,
    CACHES,
    DATABASES,
    ANALYTICS,
    LAMBDA_FUNCTIONS,
    CONTAINERS,
    API_GATEWAYS,
    MESSAGING,
    IOT_THINGS,
    STACKS,
    DEVELOPER_TOOLS,
    SYSTEMS_MANAGER,
    LOGS,
    SECURITY_SERVICES,
    ACCOUNTS,
    ORGANIZATIONS,
    DIRECTORIES,
    IAM_NAMES,
    ACCESS_KEYS,
    KMS_KEYS,
    CERTIFICATES,
    SECRET_NAMES,
    DNS_NAMES,
    HOST_NAMES,
    PRIVATE_IPS,
    PUBLIC_IPS,
    IPV6_ADDRESSES,
    MAC_ADDRESSES,
    PERSONS,
    SECRETS,
    RESOURCES;

    /** The last part of the setting's name, as in {@code masker.mask.ec2-instances}. */
    public String switchName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
